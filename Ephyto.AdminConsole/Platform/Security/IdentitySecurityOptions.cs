using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Section <c>Security</c>.</summary>
internal sealed class SecurityOptions
{
    public const string Section = "Security";

    /// <summary>A session ends after so many minutes in which its person did nothing.</summary>
    [Range(3, 1440, ErrorMessage = "Set Security:SessionIdleMinutes between 3 and 1440.")]
    public int SessionIdleMinutes { get; set; } = 60;

    /// <summary>A session ends after so many hours whatever is done in it.</summary>
    [Range(1, 168, ErrorMessage = "Set Security:SessionAbsoluteHours between 1 and 168.")]
    public int SessionAbsoluteHours { get; set; } = 12;

    /// <summary>
    /// Whether administrators of an organization and everybody with a role in the hub need a second factor.
    /// Not set: everywhere but in Development.
    /// </summary>
    public bool? RequireSecondFactor { get; set; }

    /// <summary>
    /// How often a password is hashed (PBKDF2 with HMAC-SHA-512). Outside Development no fewer than OWASP recommends; what was
    /// hashed with fewer is hashed anew when its person signs in.
    /// </summary>
    [Range(1_000, 10_000_000, ErrorMessage = "Set Security:PasswordIterations between 1000 and 10000000.")]
    public int PasswordIterations { get; set; } = FewestIterations;

    /// <summary>OWASP Password Storage Cheat Sheet, for PBKDF2-HMAC-SHA-512.</summary>
    public const int FewestIterations = 220_000;

    public TimeSpan Idle => TimeSpan.FromMinutes(SessionIdleMinutes);

    public TimeSpan Absolute => TimeSpan.FromHours(SessionAbsoluteHours);
}

internal static class SecurityOptionsRegistration
{
    public static IServiceCollection AddSecurityOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SecurityOptions>()
            .Bind(configuration.GetSection(SecurityOptions.Section))
            .PostConfigure<IHostEnvironment>((options, host) => options.RequireSecondFactor ??= !host.IsDevelopment())
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddOptions<PasswordHasherOptions>()
            .Configure<IOptions<SecurityOptions>>((hasher, security) => hasher.IterationCount = security.Value.PasswordIterations)
            .Validate<IHostEnvironment>(
                (hasher, host) => host.IsDevelopment() || hasher.IterationCount >= SecurityOptions.FewestIterations,
                $"Set Security:PasswordIterations to {SecurityOptions.FewestIterations} or more: fewer are for tests alone.")
            .ValidateOnStart();
        return services;
    }
}
