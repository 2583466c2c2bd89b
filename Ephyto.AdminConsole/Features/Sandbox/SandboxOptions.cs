using System.ComponentModel.DataAnnotations;
using Ephyto.AdminConsole.Platform;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox;

/// <summary>The sandbox of the Hub's web service. Section <c>Sandbox</c>.</summary>
internal sealed class SandboxOptions
{
    public const string Section = "Sandbox";
    public const int UsualPort = 5443;

    /// <summary>Whether this node answers. Where nothing is set, a test console does that has a port for it.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Of its own: no page answers there. 0 is one that is free. In Development it is 5443 where nothing is set.</summary>
    [Range(0, 65535, ErrorMessage = "Set Sandbox:Port between 0 and 65535.")]
    public int? Port { get; set; }

    /// <summary>Whether only this machine reaches it. In Development it is so where nothing is set, elsewhere it is not.</summary>
    public bool? OnlyLocal { get; set; }

    /// <summary>Days after which calls and envelopes are forgotten.</summary>
    [Range(1, 365, ErrorMessage = "Set Sandbox:KeptDays between 1 and 365.")]
    public int KeptDays { get; set; } = 30;

    /// <summary>The largest call.</summary>
    [Range(1, 100, ErrorMessage = "Set Sandbox:MaximumMegabytes between 1 and 100.")]
    public int MaximumMegabytes { get; set; } = 10;

    /// <summary>Seconds in which a call has to be there as a whole.</summary>
    [Range(1, 600, ErrorMessage = "Set Sandbox:BodySeconds between 1 and 600.")]
    public int BodySeconds { get; set; } = 60;

    /// <summary>Connections at a time, of all systems together.</summary>
    [Range(1, 10_000, ErrorMessage = "Set Sandbox:Connections between 1 and 10000.")]
    public int Connections { get; set; } = 200;

    /// <summary>Calls of an organization in a minute, on all nodes together.</summary>
    [Range(1, 100_000, ErrorMessage = "Set Sandbox:CallsPerMinute between 1 and 100000.")]
    public int CallsPerMinute { get; set; } = 240;

    /// <summary>Calls of an organization that are kept; the oldest are forgotten first.</summary>
    [Range(10, 1_000_000, ErrorMessage = "Set Sandbox:CallsKept between 10 and 1000000.")]
    public int CallsKept { get; set; } = 2_000;

    /// <summary>Envelopes of an organization that are kept at a time, and as many that were refused: of these the newest.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Set Sandbox:EnvelopesKept between 1 and 1000000.")]
    public int EnvelopesKept { get; set; } = 1_000;

    /// <summary>Contents of an organization's envelopes that are kept at a time.</summary>
    [Range(1, 100_000, ErrorMessage = "Set Sandbox:MegabytesKept between 1 and 100000.")]
    public int MegabytesKept { get; set; } = 100;

    public bool IsOn => Enabled is true;

    public int MaximumBytes => MaximumMegabytes * 1024 * 1024;

    public long BytesKept => MegabytesKept * 1024L * 1024L;
}

internal static class SandboxOptionsRegistration
{
    public static IServiceCollection AddSandboxOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SandboxOptions>()
            .Bind(configuration.GetSection(SandboxOptions.Section))
            .PostConfigure<IHostEnvironment, IOptions<HubOptions>>(SetDefaults)
            .ValidateDataAnnotations()
            .Validate<IOptions<HubOptions>>((sandbox, hub) => !(sandbox.IsOn && hub.Value.IsProduction),
                "A sandbox stands beside a test console only: take Sandbox:Enabled away, or set Hub:Environment to Test.")
            .ValidateOnStart();
        return services;
    }

    private static void SetDefaults(SandboxOptions options, IHostEnvironment host, IOptions<HubOptions> hub)
    {
        options.Enabled ??= !hub.Value.IsProduction && (host.IsDevelopment() || options.Port is not null);
        options.OnlyLocal ??= host.IsDevelopment();
    }
}
