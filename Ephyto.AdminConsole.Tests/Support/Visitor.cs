using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Who sits at a browser, and at which: language, screen, colours, with JavaScript or without.</summary>
public sealed record Visitor(string Locale = "en-GB", int Width = 1280, int Height = 900)
{
    public static readonly Visitor English = new();
    public static readonly Visitor French = new("fr-FR");

    public bool JavaScript { get; init; } = true;

    public bool Dark { get; init; }

    public string TimeZone { get; init; } = "Africa/Abidjan";

    public Visitor OnTelephone() => this with { Width = 360, Height = 740 };

    public Visitor WithoutJavaScript() => this with { JavaScript = false };

    public Visitor InTheDark() => this with { Dark = true };

    internal BrowserNewContextOptions Options(Uri address) => new()
    {
        BaseURL = address.AbsoluteUri,
        // The proxies of the tests have certificates that nobody else has signed.
        IgnoreHTTPSErrors = address.Scheme == Uri.UriSchemeHttps,
        Locale = Locale,
        TimezoneId = TimeZone,
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        HasTouch = Width < 600,
        IsMobile = Width < 600,
        JavaScriptEnabled = JavaScript,
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
    };
}
