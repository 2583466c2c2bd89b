using System.Globalization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Components.Pages;

/// <summary>What an installation says in the guide. Section <c>Guide</c>.</summary>
internal sealed class GuideOptions
{
    public const string Section = "Guide";

    /// <summary>The documents of the ePhyto project that are to be read before everything else, in their order.</summary>
    public IReadOnlyList<TechnicalDocument> TechnicalInformation { get; set; } = [];

    /// <summary>The sentence for whoever has to mend a setting; null where all is well.</summary>
    public string? Fault() => TechnicalInformation.Index().Where(at => !at.Item.IsWhole).Select(at => string.Create(
        CultureInfo.InvariantCulture, $"Set Guide:TechnicalInformation:{at.Index} whole: Title to the name of a document, Address to an "
            + $"https address."))
        .FirstOrDefault();
}

/// <summary>Something to read, and where.</summary>
internal sealed class TechnicalDocument
{
    public string? Title { get; set; }

    public Uri? Address { get; set; }

    public bool IsWhole => !string.IsNullOrWhiteSpace(Title) && Address is { IsAbsoluteUri: true, Scheme: "https", UserInfo: "" };
}

internal static class GuideOptionsRegistration
{
    public static IServiceCollection AddGuide(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GuideOptions>().Bind(configuration.GetSection(GuideOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<GuideOptions>, GuideValidation>();
    }
}

internal sealed class GuideValidation : IValidateOptions<GuideOptions>
{
    public ValidateOptionsResult Validate(string? name, GuideOptions options) =>
        options.Fault() is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
}
