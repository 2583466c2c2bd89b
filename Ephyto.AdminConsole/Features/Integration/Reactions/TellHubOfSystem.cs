using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Integration.Emails;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.Reactions;

/// <summary>Those who accept steps and set organizations live hear that one exchanges by something else.</summary>
internal sealed class TellHubOfSystem(EmailWriter writer, IntegrationEmails emails) : IDomainEventHandler<NppoSystemChanged>
{
    public async Task HandleAsync(NppoSystemChanged happened, ConsoleDbContext db, CancellationToken ct)
    {
        var nppo = await db.Set<Nppo>().FindAsync([happened.NppoId], ct)
            ?? throw new InvalidOperationException("An event names an NPPO that is not there.");
        var about = new SubjectRef(SubjectKinds.Nppo, nppo.Id);
        // One that still waits says what is true no longer.
        await writer.CancelAsync(db, EmailKind.Of(happened), about, ct);
        var readers = await db.HubAdministrators().Join(db.Users, u => u.UserId, user => user.Id, (_, user) => user)
            .Select(user => new { user.Email, user.Language }).OrderBy(user => user.Email).ToListAsync(ct);
        foreach (var reader in readers)
            await writer.WriteAsync(db, EmailKind.Of(happened), about, EmailAddress.TryParse(reader.Email)!, reader.Language, null,
                () => emails.SystemChanged(nppo, happened.From), ct);
    }
}
