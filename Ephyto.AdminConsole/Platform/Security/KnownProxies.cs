using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Whose word counts for where a request comes from and how it was asked. Section <c>ForwardedHeaders</c>; each key is a list, or
/// one text with commas.
/// </summary>
internal sealed class KnownProxyOptions
{
    public const string Section = "ForwardedHeaders";

    /// <summary>As the framework decides it: <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c>.</summary>
    public bool IsOn { get; private set; }

    public List<IPAddress> Proxies { get; } = [];

    public List<IPNetwork> Networks { get; } = [];

    /// <summary>The entries that are no address, or no network such as <c>10.1.0.0/16</c>.</summary>
    public List<string> Unreadable { get; } = [];

    public void Read(IConfiguration configuration)
    {
        IsOn = string.Equals(configuration["ForwardedHeaders_Enabled"], "true", StringComparison.OrdinalIgnoreCase);
        foreach (var entry in EntriesOf(configuration, nameof(ForwardedHeadersOptions.KnownProxies)))
        {
            if (IPAddress.TryParse(entry, out var address)) Proxies.Add(address);
            else Unreadable.Add(entry);
        }

        foreach (var entry in EntriesOf(configuration, "KnownNetworks"))
        {
            if (IPNetwork.TryParse(entry, out var network)) Networks.Add(network);
            else Unreadable.Add(entry);
        }
    }

    private static IEnumerable<string> EntriesOf(IConfiguration configuration, string key)
    {
        var section = configuration.GetSection($"{Section}:{key}");
        return section.GetChildren().Select(child => child.Value).Prepend(section.Value)
            .SelectMany(text => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}

internal static class KnownProxies
{
    /// <summary>
    /// Turned on, the framework believes everybody. Here only the proxies that are named are believed, however many stand in a row,
    /// and the start is refused while none is.
    /// </summary>
    public static IServiceCollection AddKnownProxies(this IServiceCollection services)
    {
        services.AddOptions<KnownProxyOptions>().Configure<IConfiguration>((options, configuration) => options.Read(configuration))
            .Validate(
                options => !options.IsOn || options.Unreadable.Count > 0 || options.Proxies.Count + options.Networks.Count > 0,
                "Set ForwardedHeaders:KnownProxies to the addresses of the proxies in front of this console, or "
                    + "ForwardedHeaders:KnownNetworks to their networks:"
                + " ASPNETCORE_FORWARDEDHEADERS_ENABLED is on, and without them anybody could name any sender.")
            .Validate(
                options => options.Unreadable.Count == 0,
                "Set ForwardedHeaders:KnownProxies to addresses such as 10.1.2.3, and ForwardedHeaders:KnownNetworks to networks such as "
                    + "10.1.0.0/16, without host bits.")
            .ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().PostConfigure<IOptions<KnownProxyOptions>>((headers, known) =>
        {
            if (!known.Value.IsOn) return;
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            headers.ForwardLimit = null;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var proxy in known.Value.Proxies) headers.KnownProxies.Add(proxy);
            foreach (var network in known.Value.Networks) headers.KnownIPNetworks.Add(network);
        });
        // Strange names are answered in words by OwnHost, after the proxy has been heard.
        services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = ["*"]);
        return services.AddSingleton<OwnHost>();
    }
}
