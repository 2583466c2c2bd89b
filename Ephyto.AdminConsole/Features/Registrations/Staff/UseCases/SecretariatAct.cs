using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;

/// <summary>What every act of the Secretariat shares: the right, and that nobody else acted since the officer looked.</summary>
internal sealed class SecretariatAct(IDbContextFactory<ConsoleDbContext> contexts, EvidenceInspector inspector, TimeProvider time)
{
    /// <param name="seenVersion">The version of the registration that the officer had before their eyes.</param>
    public async Task<Result<RegistrationStatus>> ActAsync(
        Guid id, int seenVersion, Actor officer, Func<ConsoleDbContext, Registration, DateTime, Task<Result>> act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(officer, Permission.RegistrationsDecide, ct) is { } refusal) return refusal;
        if (await db.Set<Registration>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } registration) return AccessErrors.NotFound;
        if (registration.Version != seenVersion) return AccessErrors.ChangedMeanwhile;
        if ((await act(db, registration, time.GetUtcNow().UtcDateTime)).Error is { } impossible) return impossible;
        return await db.TrySaveFirstAsync(ct) is { } changed ? changed : registration.Status;
    }

    /// <summary>A decision and the files it rests on, in one save.</summary>
    public Task<Result<RegistrationStatus>> DecideAsync(
        Guid id, int seenVersion, IReadOnlyList<PickedFile>? files, Actor officer, Func<Registration, DateTime, Result> decide, CancellationToken ct) =>
        ActAsync(id, seenVersion, officer, async (db, registration, now) =>
        {
            var evidence = await inspector.AttachAsync(id, files, officer, now, ct);
            if (evidence.Error is { } refusal) return refusal;
            db.AddRange(evidence.Value);
            return decide(registration, now);
        }, ct);
}
