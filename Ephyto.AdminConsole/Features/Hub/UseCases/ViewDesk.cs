using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Hub.UseCases;

/// <param name="Escalated">The longest under way first.</param>
/// <param name="Undelivered">The newest first, of the last thirty days.</param>
internal sealed record DeskView(PageOf<RegistrationRow> Escalated, PageOf<UndeliveredRow> Undelivered);

internal sealed record UndeliveredRow(Guid Id, string Subject, string Language, string To, string? LastError, DateTime QueuedAt, Guid? RegistrationId);

/// <summary>What needs a person now.</summary>
internal sealed class ViewDesk(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    public async Task<Result<DeskView>> HandleAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.RegistrationsView, ct) is { } refusal) return refusal;

        var since = time.GetUtcNow().UtcDateTime - Recent;
        var escalated = await db.Set<Registration>().AsNoTracking().Where(r => r.Status == RegistrationStatus.Escalated)
            .OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id).Select(ListRegistrations.Row).ToPageAsync(1, ct);
        var undelivered = await db.Set<OutgoingEmail>().AsNoTracking().Where(e => e.State == EmailState.Failed && e.QueuedAt >= since)
            .OrderByDescending(e => e.QueuedAt).ThenByDescending(e => e.Id)
            .Select(e => new UndeliveredRow(e.Id, e.Subject, e.Language, e.To, e.LastError, e.QueuedAt, e.SubjectKind == SubjectKinds.Registration ? e.SubjectId : null))
            .ToPageAsync(1, ct);
        return new DeskView(escalated, undelivered);
    }
}
