using MudBlazor;

namespace Ephyto.AdminConsole.Components.Layout;

/// <summary>
/// Measures and type for MudBlazor. Its colours come from <c>wwwroot/css/mud.css</c>, which points them at the same
/// variables as every other page (<c>tokens.css</c>, <c>dark.css</c>): one palette, and light or dark without a round trip.
/// </summary>
internal static class ConsoleTheme
{
    private static readonly string[] Fonts = ["var(--font)"];

    public static MudTheme Theme { get; } = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", DrawerWidthLeft = "272px", DrawerWidthRight = "272px",
            AppbarHeight = "60px" },
        // The library has twenty-five, written into every page; here what lies above a page casts one shadow.
        Shadows = new Shadow { Elevation = ["none", .. Enumerable.Repeat("var(--shadow)", 25)] },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = ".9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "600", TextTransform = "none",
                LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = ".875rem", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Fonts, LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography { FontFamily = Fonts, LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Fonts, FontSize = "1.125rem", FontWeight = "600", LetterSpacing = "normal" },
        },
    };
}
