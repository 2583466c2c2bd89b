using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;

/// <summary>What every act of the Secretariat shares: the right, and that nobody else acted since the officer looked.</summary>
internal sealed class SecretariatAct(Changes changes, EvidenceInspector inspector)
{
    /// <param name="seenVersion">The version of the registration that the officer had before their eyes.</param>
    public Task<Result<RegistrationStatus>> ActAsync(
        Guid id, int seenVersion, Actor officer, Func<ConsoleDbContext, Registration, DateTime, Task<Result>> act, CancellationToken ct) =>
            changes.MakeAsync(
            new Change<Registration>(id)
            {
                Guard = (db, cancel) => db.RefuseOnHubAsync(officer, Permission.RegistrationsDecide, cancel),
                SeenVersion = seenVersion,
                Taken = AccessErrors.ChangedMeanwhile,
            },
            act,
            (_, registration) => registration.Status,
            ct);

    /// <summary>A decision and the files it rests on, in one save.</summary>
    public Task<Result<RegistrationStatus>> DecideAsync(
        Guid id, int seenVersion, IReadOnlyList<PickedFile>? files, Actor officer, Func<Registration, DateTime, Result> decide,
        CancellationToken ct) =>
        ActAsync(id, seenVersion, officer, async (db, registration, now) =>
        {
            var evidence = await inspector.AttachAsync(id, files, officer, now, ct);
            if (evidence.Error is { } refusal) return refusal;
            db.AddRange(evidence.Value);
            return decide(registration, now);
        }, ct);
}
