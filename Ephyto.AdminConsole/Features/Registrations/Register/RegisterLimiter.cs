using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>Counts the submissions of the last hour: in all, and of each address. It remembers no more of them than it allows.</summary>
internal sealed class RegisterLimiter(IOptions<RegisterOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private readonly Lock _gate = new();
    private readonly Queue<(DateTimeOffset At, string? Address)> _recent = [];

    /// <param name="address">As <see cref="AddressOf"/> gives it; null where there is none to tell apart.</param>
    public bool TryEnter(string? address)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            while (_recent.TryPeek(out var oldest) && oldest.At + Window <= now) _recent.Dequeue();
            if (_recent.Count >= options.Value.OverallPerHour) return false;
            if (address is not null && _recent.Count(entry => entry.Address == address) >= options.Value.PerAddressPerHour) return false;

            _recent.Enqueue((now, address));
            return true;
        }
    }

    /// <summary>What stands for one sender: an IPv4 address, or the 64 bits of IPv6 that one subscriber is given.</summary>
    public static string? AddressOf(IPAddress? address)
    {
        if (address is null) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
