using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.DigitalCertificates.Emails;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Reactions;

/// <summary>
/// The end of a certificate comes nearer: those who can replace it hear of it, and in the last week the hub too, unless the organization is
/// closed. Of one that has left its own system nobody hears.
/// A reminder that still waits says an older number of days and is not sent any more.
/// </summary>
internal sealed class RemindOfExpiry(EmailWriter writer, CertificateEmails emails) : IDomainEventHandler<CertificateExpiryReminded>
{
    /// <summary>Days ahead from which on the hub is told.</summary>
    private const int HubDays = 7;

    public async Task HandleAsync(CertificateExpiryReminded happened, ConsoleDbContext db, CancellationToken ct)
    {
        var certificate = await db.Set<DigitalCertificate>().FindAsync([happened.CertificateId], ct)
            ?? throw new InvalidOperationException("An event names a certificate that is not there.");
        var nppo = await db.Set<Nppo>().FindAsync([happened.NppoId], ct)
            ?? throw new InvalidOperationException("A certificate belongs to an NPPO that is not there.");
        if (nppo.HasLeftOwnSystem) return;
        await SendAsync(db, EmailKind.Of(happened), certificate, MembersOf(db, nppo.Id), () => emails.Expiry(certificate, nppo), ct);
        if (happened.Step <= HubDays && nppo.Status != NppoStatus.Closed)
            await SendAsync(db, CertificateEmails.HubKind, certificate, db.HubAdministrators().Select(u => (Guid?)u.UserId),
                () => emails.ExpiryForHub(certificate, nppo), ct);
    }

    private async Task SendAsync(
        ConsoleDbContext db, EmailKind kind, DigitalCertificate certificate, IQueryable<Guid?> readers, Func<EmailContent> build,
        CancellationToken ct)
    {
        var about = new SubjectRef(SubjectKinds.Certificate, certificate.Id);
        await writer.CancelAsync(db, kind, about, ct);
        var accounts = await db.Users.AsNoTracking().Where(u => readers.Contains(u.Id)).OrderBy(u => u.Email)
            .Select(u => new { u.Email, u.Language }).ToListAsync(ct);
        foreach (var account in accounts)
            await writer.WriteAsync(db, kind, about, EmailAddress.TryParse(account.Email)!, account.Language, null, build, ct);
    }

    private static IQueryable<Guid?> MembersOf(ConsoleDbContext db, Guid nppoId)
    {
        NppoRole[] roles = [.. Enum.GetValues<NppoRole>().Where(role => role.Allows(Permission.IntegrationEdit))];
        return db.RightfulMembers().Where(m => m.NppoId == nppoId && roles.Contains(m.Role)).Select(m => m.UserId);
    }
}
