namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>Outlines on a square of 24 units, drawn with a line of 2 units.</summary>
internal static class IconPaths
{
    private const string Circle = "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z";

    public static string Of(IconKind kind) => kind switch
    {
        IconKind.Check => Circle + "M8 12.5l2.8 2.8L16.2 9.5",
        IconKind.Clock => Circle + "M12 7.5V12l3 2.5",
        IconKind.Warning => "M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.2",
        IconKind.Stop => Circle + "M9 9l6 6M15 9l-6 6",
        IconKind.Info => Circle + "M12 11v5.5M12 7.5v.2",
        IconKind.Question => Circle + "M9.7 9.4a2.4 2.4 0 1 1 3.4 2.6c-.8.4-1.1.8-1.1 1.8M12 16.6v.2",
        IconKind.Email => "M3 6h18v12H3zM3.5 6.5L12 13l8.5-6.5",
        IconKind.Person => "M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6",
        IconKind.People =>
            "M9 5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7zM2.5 19.5c.5-3.5 3-5 6.5-5s6 1.5 6.5 5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.9c2.3.5 "
                + "3.7 2 4 4.6",
        IconKind.Globe => Circle + "M3 12h18M12 3c5.3 5.3 5.3 12.7 0 18c-5.3-5.3-5.3-12.7 0-18z",
        IconKind.Document => "M6 3h8l4.5 4.5V21H6zM14 3v4.5h4.5M9 12.5h6.5M9 16.5h6.5",
        IconKind.Forward => "M4.5 12h15M13.5 6l6 6l-6 6",
        IconKind.Sun =>
            "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 "
                + "1.4M6.7 17.3l-1.4 1.4",
        IconKind.Moon => "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
        IconKind.Leaf => "M5 19C4 9 10 4.5 20 4c.5 10-4 16-12.5 14.5M5 21c1-5 4-8.5 8.5-10.5",
        IconKind.Flask => "M9.5 3h5M10.5 3v6L4.8 18.5c-.7 1.2.1 2.5 1.5 2.5h11.4c1.4 0 2.2-1.3 1.5-2.5L13.5 9V3M7.5 15h9",
        IconKind.Shield => "M12 3l7.5 2.8v5.7c0 4.5-3 8-7.5 9.5c-4.5-1.5-7.5-5-7.5-9.5V5.8zM8.8 12l2.3 2.3l4.2-4.3",
        IconKind.Pause => Circle + "M10 9v6M14 9v6",
        IconKind.Closed => Circle + "M8 12h8",
        IconKind.Key => "M8 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM12 12h9M17 12v3.5M20.5 12v2.5",
        IconKind.Link => "M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7l1.6-1.6",
        IconKind.Search => "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM15.3 15.3L20.5 20.5",
        IconKind.Flag => "M6 21V4h12l-2.5 4.5L18 13H6",
        IconKind.Menu => "M4 7h16M4 12h16M4 17h16",
        IconKind.SignOut => "M10 4H5v16h5M9.5 12H20M15.5 7.5L20 12l-4.5 4.5",
        IconKind.Telephone =>
            "M5 4h4l1.8 4.5l-2.3 1.8c1 2.2 2.9 4.1 5.2 5.2l1.8-2.3L20 15v4c0 .8-.6 1.3-1.4 1.2C11 19.5 4.5 13 3.8 5.4C3.7 4.6 4.2 4 5 4z",
        IconKind.Building => "M4 9.5L12 4l8 5.5M4.5 20.5h15M6.5 10v10M10.2 10v10M13.8 10v10M17.5 10v10",
        IconKind.Refresh => "M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.3M20 4.5v4.8h-4.8",
        IconKind.Download => "M12 4v11M7 10.5l5 5l5-5M4.5 20h15",
        IconKind.Edit => "M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5",
        IconKind.Add => "M12 5v14M5 12h14",
        IconKind.Remove => "M6 6l12 12M18 6L6 18",
        IconKind.History => "M4.5 12a7.5 7.5 0 1 0 2.2-5.3L4 9.3M4 4.5v4.8h4.8M12 8v4.3l3 2",
        IconKind.Copy => "M9 9h11v11H9zM15 9V4H4v11h5",
        _ => string.Empty,
    };
}
