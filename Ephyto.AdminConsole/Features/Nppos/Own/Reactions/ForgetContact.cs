using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Nppos.Own.Reactions;

/// <summary>Who can act no longer is not the technical contact any more, and is not asked to be.</summary>
internal sealed class ForgetContact : IDomainEventHandler<AccessEnded>, IDomainEventHandler<MemberErased>
{
    public Task HandleAsync(AccessEnded happened, ConsoleDbContext db, CancellationToken ct) => ForgetAsync(happened, db, ct);

    public Task HandleAsync(MemberErased happened, ConsoleDbContext db, CancellationToken ct) => ForgetAsync(happened, db, ct);

    private static async Task ForgetAsync(MemberEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (await db.Set<Nppo>().FindAsync([happened.NppoId], ct) is { } nppo)
            nppo.ForgetContact(happened.MemberId, happened.Actor, happened.OccurredAt);
    }
}
