using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Connections;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Field.HubService;

/// <summary>Which addresses of organizations may be saved, and are called. Section <c>Sandbox</c>.</summary>
internal sealed class CalledNetworkOptions
{
    public const string Section = "Sandbox";

    /// <summary>
    /// Whether addresses are called that only this machine or its network reaches: whoever may write an address of an organization could
    /// otherwise look around there. In Development only.
    /// </summary>
    public bool AllowPrivateAddresses { get; set; }

    public CalledNetworks Networks => AllowPrivateAddresses ? CalledNetworks.AlsoPrivate : CalledNetworks.Public;
}

internal static class CalledNetworkRegistration
{
    public static IServiceCollection AddCalledNetworks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CalledNetworkOptions>().Bind(configuration.GetSection(CalledNetworkOptions.Section))
            .Validate<IHostEnvironment, IOptions<HubOptions>>(
                (options, host, hub) => !options.AllowPrivateAddresses || (host.IsDevelopment() && !hub.Value.IsProduction),
                "Sandbox:AllowPrivateAddresses is for development only: take it away.")
            .ValidateOnStart();
        return services;
    }
}
