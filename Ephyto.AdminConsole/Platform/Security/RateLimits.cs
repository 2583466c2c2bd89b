using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.AdminConsole.Platform.Time;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Section <c>RateLimits</c>.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Forms that one address may send in a minute without being signed in. Offices often share one address.</summary>
    [Range(1, 100_000, ErrorMessage = "Set RateLimits:AnonymousFormsPerMinute between 1 and 100000.")]
    public int AnonymousFormsPerMinute { get; set; } = 30;
}

/// <summary>
/// Slows down machines at the forms that need no account. A page joins with
/// <c>[EnableRateLimiting(RateLimits.AnonymousForms)]</c>: reading it is free, sending its form counts.
/// </summary>
internal static class RateLimits
{
    public const string AnonymousForms = "anonymous-forms";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RateLimitOptions>().Bind(configuration.GetSection(RateLimitOptions.Section)).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<AfterAnswer>().AddHostedService(sp => sp.GetRequiredService<AfterAnswer>());
        services.AddSingleton<Allowances>().AddSingleton<SecurityWatch>()
            .AddClock<Allowances>(TimeSpan.FromHours(1), (allowances, ct) => allowances.ClearAsync(ct));
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = SayWhenAsync;
            limiter.AddPolicy(AnonymousForms, PartitionOf);
        });
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return RateLimitPartition.GetNoLimiter("reading");

        var permits = http.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value.AnonymousFormsPerMinute;
        return RateLimitPartition.GetSlidingWindowLimiter(Sender(http.Connection.RemoteIpAddress), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = Window,
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });
    }

    /// <summary>A subscriber of IPv6 holds a whole /64; its addresses count as one.</summary>
    internal static string Sender(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    // The body stays empty: the shell shows its page for the status.
    private static async ValueTask SayWhenAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Window;
        rejected.HttpContext.RequestServices.GetRequiredService<SecurityWatch>()
            .Note(SecuritySignal.TooManyRequests, SecurityWatch.AccountOf(rejected.HttpContext));
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        rejected.HttpContext.Features.Set(
            await Refusal.OfWaitingFormAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, kind: null));
    }
}
