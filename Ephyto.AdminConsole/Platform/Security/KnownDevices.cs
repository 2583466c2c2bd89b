using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ephyto.AdminConsole.Data.Identity;
using Microsoft.AspNetCore.DataProtection;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Remembers in a browser that somebody signed in there to an account. It signs nobody in: it lets the browser's tries count
/// by themselves, so that whoever guesses elsewhere keeps nobody out. It ends with the password and every other change of the
/// means of signing in.
/// </summary>
internal sealed class KnownDevices(IDataProtectionProvider protection, ConsoleCookies cookies, TimeProvider time)
{
    // A family or an office may share a browser.
    private const int MostAccounts = 5;

    private static readonly TimeSpan Life = TimeSpan.FromDays(180);

    private readonly IDataProtector _protector = protection.CreateProtector("Ephyto.KnownDevice");

    public void Remember(HttpContext http, ConsoleUser user)
    {
        var known = Read(http);
        var device = known.Find(entry => entry.UserId == user.Id)?.DeviceId ?? Guid.NewGuid();
        List<Entry> entries = [new(user.Id, device, SealOf(user), time.GetUtcNow() + Life),
            .. known.Where(entry => entry.UserId != user.Id).Take(MostAccounts - 1)];
        cookies.Write(http, ConsoleCookies.Device, _protector.Protect(string.Join('\n', entries.Select(entry => entry.Written))), Life);
    }

    /// <returns>The browser's own name for the account; null where it is not known to it.</returns>
    public Guid? Find(HttpContext? http, ConsoleUser? user) =>
        http is null || user is null ? null : Read(http).Find(entry => entry.UserId == user.Id && entry.Seal == SealOf(user))?.DeviceId;

    private List<Entry> Read(HttpContext http)
    {
        if (cookies.Read(http, ConsoleCookies.Device) is not { } value) return [];
        try
        {
            var now = time.GetUtcNow();
            return [.. _protector.Unprotect(value).Split('\n').Select(Entry.Parse).OfType<Entry>().Where(entry => entry.Until > now)];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private static string SealOf(ConsoleUser user) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user.SecurityStamp ?? ""))[..8]);

    private sealed record Entry(Guid UserId, Guid DeviceId, string Seal, DateTimeOffset Until)
    {
        public string Written => $"{UserId:N}:{DeviceId:N}:{Seal}:{Until.ToUnixTimeSeconds()}";

        public static Entry? Parse(string line) =>
            line.Split(':') is [var user, var device, var seal, var until] && Guid.TryParseExact(user, "N", out var userId)
                && Guid.TryParseExact(device, "N", out var deviceId)
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            ? new(userId, deviceId, seal, DateTimeOffset.FromUnixTimeSeconds(end)) : null;
    }
}
