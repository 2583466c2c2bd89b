using System.ComponentModel.DataAnnotations;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>How the sandbox calls addresses of organizations. Section <c>Sandbox</c>.</summary>
internal sealed class OutgoingOptions
{
    public const string Section = "Sandbox";

    /// <summary>Seconds for a whole call, from the name to the end of the answer.</summary>
    [Range(1, 120, ErrorMessage = "Set Sandbox:CallSeconds between 1 and 120.")]
    public int CallSeconds { get; set; } = 30;

    /// <summary>Kilobytes of an answer that are read. Some systems answer with the envelope that they got.</summary>
    [Range(16, 20_480, ErrorMessage = "Set Sandbox:AnswerKilobytes between 16 and 20480.")]
    public int AnswerKilobytes { get; set; } = 6_144;

    /// <summary>Connection tests of an organization in an hour.</summary>
    [Range(1, 1_000, ErrorMessage = "Set Sandbox:TestsPerHour between 1 and 1000.")]
    public int TestsPerHour { get; set; } = 20;

    /// <summary>A PEM file with the authorities whose certificates are trusted; empty for those that the system trusts.</summary>
    public string TrustedAuthorities { get; set; } = "";
}

internal static class OutgoingOptionsRegistration
{
    public static IServiceCollection AddOutgoingOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutgoingOptions>().Bind(configuration.GetSection(OutgoingOptions.Section)).ValidateDataAnnotations()
            .Validate(options => options.TrustedAuthorities.Length == 0 || File.Exists(options.TrustedAuthorities),
                "Set Sandbox:TrustedAuthorities to a readable PEM file with certificates of authorities, or take it away.")
            .ValidateOnStart();
        return services;
    }
}
