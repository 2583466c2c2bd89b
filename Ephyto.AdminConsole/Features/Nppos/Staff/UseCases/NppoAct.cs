using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Nppos.Staff.Emails;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;

/// <param name="Status">The state it led to.</param>
/// <param name="Told">How many administrators are written to.</param>
internal sealed record NppoActed(NppoStatus Status, int Told);

/// <summary>What the hub's acts on an organisation share: the right, read from the store, and that nobody else acted since the person looked.</summary>
internal sealed class NppoAct(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    /// <param name="seenVersion">The version of the organisation that the person had before their eyes.</param>
    public async Task<Result<NppoActed>> ActAsync(Guid nppoId, int seenVersion, Actor actor, Func<Nppo, DateTime, Result> act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.NpposManage, ct) is { } refusal) return refusal;
        if (await db.Set<Nppo>().SingleOrDefaultAsync(n => n.Id == nppoId, ct) is not { } nppo) return AccessErrors.NotFound;
        if (nppo.Version != seenVersion) return AccessErrors.ChangedMeanwhile;
        if (act(nppo, time.GetUtcNow().UtcDateTime).Error is { } impossible) return impossible;
        return await db.TrySaveAsync(ct) is { } changed ? changed : new NppoActed(nppo.Status, Told(db, nppoId));
    }

    // The save has made the mails: those it holds are the ones that go out.
    private static int Told(ConsoleDbContext db, Guid nppoId) => db.ChangeTracker.Entries<OutgoingEmail>().Select(entry => entry.Entity).Count(mail =>
        mail.SubjectId == nppoId && mail.State == EmailState.Queued && NppoMails.Kinds.Any(kind => kind.Code == mail.Kind));
}
