using Ephyto.Domain.Common;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform;

/// <summary>Which Hub this console stands in front of. Section <c>Hub</c>.</summary>
internal sealed class HubOptions
{
    public const string Section = "Hub";

    /// <summary>Shown on every page. Must be set outside Development; in Development it is <see cref="HubEnvironment.Test"/>.</summary>
    public HubEnvironment? Environment { get; set; }

    /// <summary>
    /// Where people reach this console, without a slash at the end: what links in e-mails begin with.
    /// Must be set outside Development; in Development it is <c>http://localhost:5080</c>.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>
    /// Where people reach UNICC about technical matters: an e-mail address, or the https address of a page. Must be set outside
    /// Development.
    /// </summary>
    public string? TechnicalSupport { get; set; }

    /// <summary>What a link to <see cref="TechnicalSupport"/> leads to; null where that is neither.</summary>
    public string? TechnicalSupportLink => TechnicalSupport switch
    {
        null => null,
        _ when EmailAddress.TryParse(TechnicalSupport) is { } email => $"mailto:{email.Value}",
        _ when ForeignUri.TryRead(TechnicalSupport, out var page) && page is { Scheme: "https", UserInfo: "" } => page.AbsoluteUri,
        _ => null,
    };

    /// <summary>
    /// Of a Production console: the public key of the test console whose evidence it believes, in PEM, or the path of a file with it.
    /// </summary>
    public string? TestConsoleKey { get; set; }

    /// <summary>The environment; that it is set is checked at the start.</summary>
    public HubEnvironment Here => Environment ?? HubEnvironment.Test;

    public bool IsProduction => Environment == HubEnvironment.Production;

    /// <summary>The path under which the console lives, without a slash at its end; empty at the root of its host.</summary>
    public PathString BasePath =>
        PublicAddress is { IsAbsoluteUri: true } address
            ? PathString.FromUriComponent(address.AbsolutePath.TrimEnd('/')) : PathString.Empty;

    /// <summary>The whole address of a place in this console, such as <c>register</c>.</summary>
    public string AddressOf(string address) => $"{PublicAddress!.AbsoluteUri.TrimEnd('/')}/{address.TrimStart('/')}";

    /// <summary>It stands in the path of every cookie, where other characters mean something else.</summary>
    public bool HasPlainPath => BasePath.Value is not { Length: > 0 } path
        || (path.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '.' or '_' or '~')
            && !path.Contains("//", StringComparison.Ordinal));

    public bool HasPublicAddress =>
        PublicAddress is { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" };
}

internal static class HubOptionsRegistration
{
    public static IServiceCollection AddHubOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HubOptions>()
            .Bind(configuration.GetSection(HubOptions.Section))
            .PostConfigure<IHostEnvironment>(SetDefaults)
            .Validate(options => options.Environment is not null, "Set Hub:Environment to Test or Production.")
            .Validate(options => options.HasPublicAddress,
                "Set Hub:PublicAddress to the http or https address people open, such as https://console.example.org.")
            .Validate(
                options => !options.HasPublicAddress || options.HasPlainPath,
                "Set Hub:PublicAddress to an address whose path has only Latin letters, digits and - . _ ~ between single slashes, such "
                    + "as https://hub.example.org/AdminConsole.")
            .Validate(options => options.TechnicalSupportLink is not null,
                "Set Hub:TechnicalSupport to where people reach the technical support of the Hub: an e-mail address, or an https address.")
            .ValidateOnStart();
        return services;
    }

    private static void SetDefaults(HubOptions options, IHostEnvironment host)
    {
        if (!host.IsDevelopment())
        {
            return;
        }

        options.Environment ??= HubEnvironment.Test;
        options.TechnicalSupport ??= "technical.support@example.org";
        options.PublicAddress ??= new Uri("http://localhost:5080");
    }
}
