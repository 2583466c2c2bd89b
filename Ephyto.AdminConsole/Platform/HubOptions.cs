using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform;

/// <summary>Which Hub this console stands in front of. Section <c>Hub</c>.</summary>
internal sealed class HubOptions
{
    public const string Section = "Hub";

    /// <summary>Shown on every page. Must be set outside Development; in Development it is <see cref="HubEnvironment.Test"/>.</summary>
    public HubEnvironment? Environment { get; set; }

    public bool IsProduction => Environment == HubEnvironment.Production;
}

internal enum HubEnvironment { Test, Production }

internal static class HubOptionsRegistration
{
    public static IServiceCollection AddHubOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HubOptions>()
            .Bind(configuration.GetSection(HubOptions.Section))
            .PostConfigure<IHostEnvironment>((options, host) => options.Environment ??= host.IsDevelopment() ? HubEnvironment.Test : null)
            .Validate(options => options.Environment is not null, "Set Hub:Environment to Test or Production.")
            .ValidateOnStart();
        return services;
    }
}
