using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Checks codes of authenticator apps and recovery codes; each is good for one use, whatever happens at once.</summary>
internal sealed class IdentitySecondFactor(
    IDbContextFactory<ConsoleDbContext> contexts, IDataProtectionProvider protection, TimeProvider time)
{
    private const int RecoveryCodes = 10;

    // Of 32 signs, so 120 bits: nobody finds them by their hash. Six groups of four are typed without losing one's place.
    private const int RecoveryLength = 24;

    // Of those that were made before, and go on working.
    private const int FormerLength = 16;

    // Without I, L, O and U, which are misread.
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly IDataProtector _keys = protection.CreateProtector("Ephyto.SecondFactor.Key");
    public static readonly TimeSpan OfferLife = TimeSpan.FromHours(1);
    private readonly IDataProtector _offers = protection.CreateProtector("Ephyto.SecondFactor.Offer");

    /// <summary>A new key that waits in the browser, encrypted, until the person shows that the app has it.</summary>
    /// <param name="userId">Whose it is to be.</param>
    /// <param name="session">In which it was asked for: whoever signs in after that gets another.</param>
    public (string Key, string Offer) OfferKey(Guid userId, Guid? session)
    {
        var key = IdentityTotp.NewKey();
        return (key, _offers.Protect($"{userId:N}:{session:N}:{key}:{(time.GetUtcNow() + OfferLife).ToUnixTimeSeconds()}"));
    }

    /// <returns>The offered key; null where it is another person's, of another session, or too old.</returns>
    public string? KeyOf(Guid userId, Guid? session, string? offer) =>
        Read(userId, session, offer) is { } read && time.GetUtcNow() < read.End ? read.Key : null;

    /// <summary>
    /// Whether a page that is opened now may show the offered key: its owner has time enough to scan it and to type the code.
    /// </summary>
    public bool MayShowAgain(Guid userId, Guid? session, string? offer) =>
        Read(userId, session, offer) is { } read && time.GetUtcNow() < read.End - (OfferLife / 2);

    private (string Key, DateTimeOffset End)? Read(Guid userId, Guid? session, string? offer)
    {
        try
        {
            return offer is not null && _offers.Unprotect(offer).Split(':') is [var owner, var where, var key, var until]
                && owner == userId.ToString("N") && where == (session?.ToString("N") ?? "")
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
                ? (key, DateTimeOffset.FromUnixTimeSeconds(end)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public string ProtectKey(string key) => _keys.Protect(key);

    public long? FindStep(string key, string? typed) =>
        Digits(typed) is { } code ? IdentityTotp.FindStep(key, code, time.GetUtcNow()) : null;

    /// <summary>Six digits, and so not a recovery code.</summary>
    public static bool IsCodeOfApp(string? typed) => Digits(typed) is not null;

    /// <summary>Uses up a code of the app, or a recovery code.</summary>
    public async Task<bool> UseCodeAsync(Guid userId, string? typed, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return Digits(typed) is { } code ? await UseTotpAsync(db, userId, code, ct) : await UseRecoveryCodeAsync(db, userId, typed, ct);
    }

    /// <summary>Adds ten new codes to the save under way; the ones before go with it.</summary>
    /// <returns>The codes in clear, to be shown once.</returns>
    public static async Task<IReadOnlyList<string>> ReplaceRecoveryCodesAsync(ConsoleDbContext db, Guid userId, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<RecoveryCode>().Where(code => code.UserId == userId).ToListAsync(ct));
        List<string> codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(Signs, RecoveryLength))];
        db.AddRange(codes.Select(code => new RecoveryCode { UserId = userId, Hash = HashOf(userId, code) }));
        return [.. codes.Select(code => string.Join('-', code.Chunk(4).Select(group => new string(group))))];
    }

    private async Task<bool> UseTotpAsync(ConsoleDbContext db, Guid userId, string code, CancellationToken ct)
    {
        var stored = await db.Set<AccountSecurity>().Where(s => s.Id == userId).Select(s => s.AuthenticatorKey).SingleOrDefaultAsync(ct);
        if (stored is null || KeyIn(stored) is not { } key || IdentityTotp.FindStep(key, code, time.GetUtcNow()) is not { } step)
            return false;
        return await db.Set<AccountSecurity>().Where(s => s.Id == userId && s.AuthenticatorKey == stored && s.LastTimeStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastTimeStep, step), ct) == 1;
    }

    /// <summary>
    /// Whether the person's app cannot be checked any more, because the keys that protect its secret are lost. A recovery code,
    /// a passkey or a reset by somebody else helps then; to type the code again does not.
    /// </summary>
    public async Task<bool> IsAppLostAsync(Guid userId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<AccountSecurity>().Where(s => s.Id == userId).Select(s => s.AuthenticatorKey)
            .SingleOrDefaultAsync(ct) is { } stored && KeyIn(stored) is null;
    }

    private string? KeyIn(string stored)
    {
        try
        {
            return _keys.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<bool> UseRecoveryCodeAsync(ConsoleDbContext db, Guid userId, string? typed, CancellationToken ct)
    {
        var code = new string([.. (typed ?? "").ToUpperInvariant().Where(char.IsLetterOrDigit)]);
        if (code.Length is not (RecoveryLength or FormerLength)) return false;
        var hash = HashOf(userId, code);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<RecoveryCode>().Where(c => c.UserId == userId && c.Hash == hash).ExecuteDeleteAsync(ct) != 1) return false;
        var remaining = await db.Set<RecoveryCode>().CountAsync(c => c.UserId == userId, ct);
        (await db.SecurityOfAsync(userId, ct)).NoteRecoveryCode(remaining, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static string? Digits(string? typed)
    {
        var code = new string([.. (typed ?? "").Where(sign => !char.IsWhiteSpace(sign))]);
        return code.Length == 6 && code.All(char.IsAsciiDigit) ? code : null;
    }

    private static string HashOf(Guid userId, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId:N}:{code}")));
}

internal static class IdentityCredentials
{
    /// <summary>The person's means of signing in, tracked; made in the save under way where none were noted yet.</summary>
    public static async Task<AccountSecurity> SecurityOfAsync(this ConsoleDbContext db, Guid userId, CancellationToken ct)
    {
        if (await db.Set<AccountSecurity>().SingleOrDefaultAsync(s => s.Id == userId, ct) is { } known) return known;
        var made = AccountSecurity.Of(userId);
        db.Add(made);
        return made;
    }
}
