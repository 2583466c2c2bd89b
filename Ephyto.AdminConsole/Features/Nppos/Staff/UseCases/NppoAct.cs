using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Nppos.Staff.Emails;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;

/// <param name="Status">The state it led to.</param>
/// <param name="Told">How many administrators are written to.</param>
internal sealed record NppoActed(NppoStatus Status, int Told);

/// <summary>
/// What the hub's acts on an organization share: the right, read from the store, and that nobody else acted since the person looked.
/// </summary>
internal sealed class NppoAct(Changes changes)
{
    /// <param name="seenVersion">The version of the organization that the person had before their eyes.</param>
    public Task<Result<NppoActed>> ActAsync(Guid nppoId, int seenVersion, Actor actor, Func<Nppo, DateTime, Result> act,
        CancellationToken ct) => changes.MakeAsync(
        new Change<Nppo>(nppoId)
        {
            Guard = (db, cancel) => db.RefuseOnHubAsync(actor, Permission.NpposManage, cancel),
            SeenVersion = seenVersion,
        },
        (_, nppo, now) => Task.FromResult(act(nppo, now)),
        (db, nppo) => new NppoActed(nppo.Status, Told(db, nppoId)),
        ct);

    // The save has made the e-mails: those it holds are the ones that go out.
    private static int Told(ConsoleDbContext db, Guid nppoId) =>
        db.ChangeTracker.Entries<OutgoingEmail>().Select(entry => entry.Entity).Count(email =>
            email.SubjectId == nppoId && email.State == EmailState.Queued && NppoEmails.Kinds.Any(kind => kind.Code == email.Kind));
}
