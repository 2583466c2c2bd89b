using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Recover.UseCases;

/// <param name="RecoveryId">The one that the page showed; a later one is not contested in its place.</param>
internal sealed record ContestRecoveryRequest(Guid NppoId, Guid RecoveryId, string? Words);

/// <summary>"We still have an administrator": the contact point can no longer confirm, the Secretariat looks into it.</summary>
internal sealed class ContestRecovery(IDbContextFactory<ConsoleDbContext> contexts, RegistrationPolicy policy, TimeProvider time)
{
    public async Task<Result<RegistrationStatus>> HandleAsync(ContestRecoveryRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoEdit, request.NppoId, ct) is { } refusal) return refusal;
        if (await ViewOpenRecovery.FindAsync(db.Set<Registration>(), db, request.NppoId, ct) is not { } recovery)
            return AccessErrors.NotFound;

        if (FreeText.IsTooLong(request.Words)) return RegistrationErrors.WordsTooLong;
        if (recovery.Id != request.RecoveryId) return AccessErrors.ChangedMeanwhile;
        if (recovery.Contest(request.Words, actor.Id, policy, time.GetUtcNow().UtcDateTime).Error is { } impossible) return impossible;
        return await db.TrySaveAsync(ct) is { } changed ? changed : recovery.Status;
    }
}
