using System.Globalization;

namespace Ephyto.AdminConsole.Features.Serving.Pages;

internal sealed class ConfirmedForm
{
    /// <summary>What the page said that the connection does.</summary>
    public string? Seen { get; set; }

    /// <summary>"true" where the box is ticked by which the contact point says that it has read it.</summary>
    public string? Read { get; set; }
}

internal sealed class DeclinedForm
{
    public string? Words { get; set; }
}

internal sealed class EndedForm
{
    /// <summary>Which version of what is agreed the page showed.</summary>
    public int? Seen { get; set; }

    /// <summary>As a browser writes it, yyyy-MM-dd.</summary>
    public string? Day { get; set; }

    public string? Words { get; set; }
}

internal static class ServedForms
{
    private const string Form = "yyyy-MM-dd";

    public static string Write(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    public static DateOnly? Read(string? day) =>
        DateOnly.TryParseExact(day?.Trim(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
}
