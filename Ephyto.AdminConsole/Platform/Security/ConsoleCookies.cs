using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// The names and the bounds of every cookie of this console. Outside Development a browser itself keeps them to this console:
/// by <c>__Host-</c> where it lives at the root of its host, by <c>__Secure-</c> and the path where it lives under a path, which
/// it shares with neighbours. Browsers keep both only over TLS, which a developer's machine does not have: plain names there.
/// </summary>
internal sealed class ConsoleCookies(IWebHostEnvironment environment, IOptions<HubOptions> hub)
{
    public const string Session = "session";

    /// <summary>Between the password and the code, and while a device makes or shows a passkey.</summary>
    public const string SecondStep = "second-step";

    /// <summary>The key that an authenticator app is to have, until a code shows that it has it.</summary>
    public const string OfferedKey = "offered-key";

    /// <summary>That somebody signed in here before (<see cref="KnownDevices"/>).</summary>
    public const string Device = "device";
    public const string Form = "form";
    public const string Draft = "draft";
    public const string Language = "language";
    public const string Theme = "theme";

    /// <summary>The zone of the browser, and the one that its reader chose instead.</summary>
    public const string Zone = "zone";
    public const string ChosenZone = "zone-chosen";

    /// <summary>That somebody has just left: the next page forgets what was typed, and this cookie.</summary>
    public const string Left = "left";

    private static readonly string[] Choices = [Language, Theme, Zone, ChosenZone, Form, Left];
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static ConsoleCookies Of(HttpContext http) => http.RequestServices.GetRequiredService<ConsoleCookies>();

    /// <summary>What a name begins with; the scripts of the pages write some of the cookies themselves and ask for it.</summary>
    public string Prefix => environment.IsDevelopment() ? "" : Path == "/" ? "__Host-" : "__Secure-";

    /// <summary>
    /// The path of the public address, without a slash at its end: a browser sends the cookie to it and to what lies below.
    /// </summary>
    public string Path => hub.Value.BasePath is { HasValue: true } path ? path.ToUriComponent() : "/";

    /// <summary>Else it shares the browser's stores of its origin with whatever lives at other paths.</summary>
    public bool IsAloneOnItsHost => Path == "/";

    /// <summary>Whether the request carries a cookie of a person or of their link or draft, beside those of a choice.</summary>
    public bool AreOfSomebody(HttpRequest request) =>
        request.Cookies.Keys.Any(key => key.StartsWith(NameOf(""), StringComparison.Ordinal)
            && !Choices.Any(choice => key == NameOf(choice)));

    /// <param name="name">One of the names above, or <c>link-…</c>.</param>
    public string NameOf(string name) => $"{Prefix}ephyto-{name}";

    public string? Read(HttpContext http, string name) => http.Request.Cookies[NameOf(name)] is { Length: > 0 } value ? value : null;

    public void Write(HttpContext http, string name, string value, TimeSpan life, bool forScripts = false)
    {
        var options = Options(http);
        (options.MaxAge, options.HttpOnly) = (life, !forScripts);
        http.Response.Cookies.Append(NameOf(name), value, options);
    }

    /// <summary>A choice that its reader makes once: language, colours, zone.</summary>
    public void WriteChoice(HttpContext http, string name, string value, bool forScripts = false) =>
        Write(http, name, value, Year, forScripts);

    public void Delete(HttpContext http, string name) => http.Response.Cookies.Delete(NameOf(name), Options(http));

    /// <summary>For a cookie that the framework writes.</summary>
    public void Shape(CookieBuilder cookie, string name)
    {
        cookie.Name = NameOf(name);
        cookie.Path = Path;
        cookie.Domain = null;
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.SameSite = SameSiteMode.Lax;
    }

    // A link in an e-mail opens the console signed in, so Lax and not Strict.
    private CookieOptions Options(HttpContext http) => new()
    {
        Path = Path,
        HttpOnly = true,
        IsEssential = true,
        Secure = !environment.IsDevelopment() || http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
    };
}
