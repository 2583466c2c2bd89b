using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Nppos.Staff.Emails;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.Reactions;

/// <summary>
/// A suspension, its end, and the end of a membership are told to every administrator of the organization, who is active or invited; what
/// another one overtook is not sent.
/// </summary>
internal sealed class TellAdministratorsOfNppo(EmailWriter writer, NppoEmails emails)
    : IDomainEventHandler<NppoSuspended>, IDomainEventHandler<NppoReactivated>, IDomainEventHandler<NppoClosed>
{
    public Task HandleAsync(NppoSuspended happened, ConsoleDbContext db, CancellationToken ct) =>
        TellAsync(db, happened.NppoId, NppoEmails.SuspendedKind, NppoEmails.ReactivatedKind, emails.Suspended, ct);

    public Task HandleAsync(NppoReactivated happened, ConsoleDbContext db, CancellationToken ct) =>
        TellAsync(db, happened.NppoId, NppoEmails.ReactivatedKind, NppoEmails.SuspendedKind, emails.Reactivated, ct);

    public Task HandleAsync(NppoClosed happened, ConsoleDbContext db, CancellationToken ct) =>
        TellAsync(db, happened.NppoId, NppoEmails.ClosedKind, NppoEmails.ReactivatedKind, emails.Closed, ct);

    private async Task TellAsync(
        ConsoleDbContext db, Guid nppoId, EmailKind kind, EmailKind overtaken, Func<Nppo, string, EmailContent> build, CancellationToken ct)
    {
        var about = new SubjectRef(SubjectKinds.Nppo, nppoId);
        await writer.CancelAsync(db, overtaken, about, ct);
        var nppo = await db.Set<Nppo>().FindAsync([nppoId], ct)
            ?? throw new InvalidOperationException("An event names an NPPO that is not there.");
        foreach (var reader in await ReadersAsync(db, nppoId, ct))
            await writer.WriteAsync(db, kind, about, EmailAddress.TryParse(reader.Email)!, reader.Language, null,
                () => build(nppo, reader.Name), ct);
    }

    // Who is invited has no account yet, but holds a message that says they are to administer the organization.
    private static async Task<IEnumerable<Reader>> ReadersAsync(ConsoleDbContext db, Guid nppoId, CancellationToken ct)
    {
        var active = await db.AccountsOfAdministrators(nppoId).Select(u => new Reader(u.Email!, u.DisplayName, u.Language)).ToListAsync(ct);
        var invited = await db.Set<Member>().AsNoTracking()
            .Where(m => m.NppoId == nppoId && m.Role == NppoRole.Administrator && m.Status == MemberStatus.Invited).ToListAsync(ct);
        return active.Concat(invited.Select(m => new Reader(m.Email, m.Person.FullName, m.Language)));
    }

    private sealed record Reader(string Email, string Name, string Language);
}
