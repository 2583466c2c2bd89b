using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Nppos.Reactions;

/// <summary>Who can act no longer is not the technical contact any more, and is not asked to be.</summary>
internal sealed class ForgetContact : IDomainEventHandler<AccessEnded>
{
    public async Task HandleAsync(AccessEnded happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (await db.Set<Nppo>().FindAsync([happened.NppoId], ct) is { } nppo) nppo.ForgetContact(happened.MemberId, happened.Actor, happened.OccurredAt);
    }
}
