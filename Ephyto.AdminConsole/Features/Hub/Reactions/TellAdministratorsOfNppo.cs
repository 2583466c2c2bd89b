using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Hub.Emails;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Hub.Reactions;

/// <summary>A suspension, its end, and the end of a membership are told to every active administrator of the organisation; what another one overtook is not sent.</summary>
internal sealed class TellAdministratorsOfNppo(EmailWriter writer, NppoMails mails)
    : IDomainEventHandler<NppoSuspended>, IDomainEventHandler<NppoReactivated>, IDomainEventHandler<NppoClosed>
{
    public Task HandleAsync(NppoSuspended happened, ConsoleDbContext db, CancellationToken ct) =>
        TellAsync(db, happened.NppoId, NppoMails.SuspendedKind, NppoMails.ReactivatedKind, mails.Suspended, ct);

    public Task HandleAsync(NppoReactivated happened, ConsoleDbContext db, CancellationToken ct) =>
        TellAsync(db, happened.NppoId, NppoMails.ReactivatedKind, NppoMails.SuspendedKind, mails.Reactivated, ct);

    public Task HandleAsync(NppoClosed happened, ConsoleDbContext db, CancellationToken ct) =>
        TellAsync(db, happened.NppoId, NppoMails.ClosedKind, NppoMails.ReactivatedKind, mails.Closed, ct);

    private async Task TellAsync(
        ConsoleDbContext db, Guid nppoId, string kind, string overtaken, Func<Nppo, string, EmailContent> build, CancellationToken ct)
    {
        var about = new SubjectRef(SubjectKinds.Nppo, nppoId);
        await writer.CancelAsync(db, overtaken, about, ct);
        var nppo = await db.Set<Nppo>().FindAsync([nppoId], ct) ?? throw new InvalidOperationException("An event names an NPPO that is not there.");
        var administrators = await db.Set<Member>()
            .Where(m => m.NppoId == nppoId && m.Status == MemberStatus.Active && m.Role == NppoRole.Administrator)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.Email, u.DisplayName, u.Language }).ToListAsync(ct);
        foreach (var reader in administrators)
            await writer.WriteAsync(db, kind, about, EmailAddress.TryParse(reader.Email)!, reader.Language, null, () => build(nppo, reader.DisplayName), ct);
    }
}
