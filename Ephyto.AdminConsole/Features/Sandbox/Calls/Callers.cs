using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Calls;

/// <summary>
/// Finds the connection of a client certificate: by its thumbprint among those that are in use, whoever signed it. Where there is
/// none it says what is similar, so that whoever uploaded that learns why their system is not recognised.
/// </summary>
internal static class Callers
{
    private const int MostSimilar = 50;

    public static async Task<Recognition> RecognizeAsync(
        this ConsoleDbContext db, CertificateIdentity shown, DateTime now, CancellationToken ct)
    {
        if (await OwnAsync(db, shown, ct) is not { } own) return ReasonOf(await SimilarAsync(db, shown, ct), shown, now);
        if (shown.ValidUntil <= now) return Recognition.Nobody(own.NppoId, SandboxReason.CertificateExpired);
        return await ConnectionOfAsync(db, own, shown, ct);
    }

    /// <summary>
    /// By nothing but its thumbprint: what others upload beside it changes nothing. Where several use the same one, that of the country
    /// which its subject names, else who put it to use first.
    /// </summary>
    private static Task<Own?> OwnAsync(ConsoleDbContext db, CertificateIdentity shown, CancellationToken ct) =>
        db.Set<DigitalCertificate>().AsNoTracking()
            .Where(c => c.Facts.Thumbprint == shown.Thumbprint && c.Usage == CertificateUsage.ClientAuthentication
                && (c.Status == CertificateStatus.Active || c.Status == CertificateStatus.Expiring)
                && (c.Environment == null || c.Environment == HubEnvironment.Test))
            .OrderByDescending(c => db.Set<Nppo>().Any(nppo => nppo.Id == c.NppoId && nppo.CountryCode == c.Facts.Country))
            .ThenBy(c => c.ActivatedAt).ThenBy(c => c.Id).Select(c => new Own(c.NppoId, c.ConnectionId)).FirstOrDefaultAsync(ct);

    /// <summary>
    /// The same one first: of whom it was in use, then that of the country which its subject names, then the newest. A copy that somebody
    /// else uploads never takes the calls of its owner.
    /// </summary>
    private static Task<List<Similar>> SimilarAsync(ConsoleDbContext db, CertificateIdentity shown, CancellationToken ct) =>
        db.Set<DigitalCertificate>().AsNoTracking()
            .Where(c => c.Facts.Thumbprint == shown.Thumbprint || c.Facts.PublicKeyHash == shown.PublicKeyHash
                || c.Facts.Subject == shown.Subject || c.Facts.Issuer == shown.Subject
                || (c.Facts.IsAuthority && c.Facts.Subject == shown.Issuer))
            .OrderByDescending(c => c.Facts.Thumbprint == shown.Thumbprint)
            .ThenByDescending(c => c.ActivatedAt != null)
            .ThenByDescending(c => db.Set<Nppo>().Any(nppo => nppo.Id == c.NppoId && nppo.CountryCode == c.Facts.Country))
            .ThenByDescending(c => c.UploadedAt).ThenBy(c => c.Id)
            .Take(MostSimilar)
            .Select(c => new Similar(
                c.NppoId, c.Status, c.Environment, c.Facts.Thumbprint, c.Facts.PublicKeyHash, c.Facts.Subject, c.Facts.Issuer))
            .ToListAsync(ct);

    private static async Task<Recognition> ConnectionOfAsync(ConsoleDbContext db, Own own, CertificateIdentity shown, CancellationToken ct)
    {
        var nppo = await db.Set<Nppo>().AsNoTracking().SingleAsync(one => one.Id == own.NppoId, ct);
        if (nppo.Status is NppoStatus.Suspended or NppoStatus.Closed)
            return Recognition.Nobody(own.NppoId, SandboxReason.OrganizationInactive);
        if (nppo.HasLeftOwnSystem) return Recognition.Nobody(own.NppoId, SandboxReason.LeftOwnSystem);
        var connection = await db.Set<Connection>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == own.ConnectionId, ct);
        if (connection?.IsOf(HubEnvironment.Test) is false) return Recognition.Nobody(own.NppoId, SandboxReason.OtherEnvironment);
        return connection is { Settings.IsSet: true }
            ? Recognition.Of(new(own.NppoId, connection.Id, connection.Code, connection.Settings, shown.Thumbprint))
            : Recognition.Nobody(own.NppoId, SandboxReason.NoConnection);
    }

    private static Recognition ReasonOf(List<Similar> similar, CertificateIdentity shown, DateTime now)
    {
        if (similar.Find(c => c.Thumbprint == shown.Thumbprint) is { } same)
            return Recognition.Nobody(same.NppoId, same.Status switch
            {
                _ when same.IsOfProduction => SandboxReason.OtherEnvironment,
                CertificateStatus.Active or CertificateStatus.Expiring => SandboxReason.CertificateForSigning,
                // One that has expired can be put to use no more.
                CertificateStatus.Uploaded when shown.ValidUntil <= now => SandboxReason.CertificateExpired,
                CertificateStatus.Uploaded => SandboxReason.CertificateNotActive,
                CertificateStatus.Expired => SandboxReason.CertificateExpired,
                CertificateStatus.Superseded => SandboxReason.CertificateSuperseded,
                _ => SandboxReason.CertificateRevoked,
            });
        if (similar.Find(c => c.PublicKeyHash == shown.PublicKeyHash) is { } key)
            return Recognition.Nobody(key.NppoId, key.IsOfProduction ? SandboxReason.OtherEnvironment : SandboxReason.SameKey);
        if (similar.Find(c => c.Subject == shown.Subject) is { } named) return Recognition.Nobody(named.NppoId, SandboxReason.SameSubject);
        if (similar.Find(c => c.Issuer == shown.Subject) is { } issued)
            return Recognition.Nobody(issued.NppoId, SandboxReason.AuthorityShown);
        return similar is [var authority, ..]
            ? Recognition.Nobody(authority.NppoId, SandboxReason.AuthorityUploaded)
            : Recognition.Nobody(null, SandboxReason.UnknownCertificate);
    }

    private sealed record Own(Guid NppoId, Guid? ConnectionId);

    private sealed record Similar(
        Guid NppoId, CertificateStatus Status, HubEnvironment? Environment, string Thumbprint, string PublicKeyHash, string Subject,
        string Issuer)
    {
        public bool IsOfProduction => Environment == HubEnvironment.Production;
    }
}
