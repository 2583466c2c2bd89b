using System.Data.Common;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Recover;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Registrations.Recover.UseCases;

/// <param name="CountryCode">Of the organization.</param>
/// <param name="Person">Who is to become the administrator, as typed; it is checked and cleaned here again.</param>
/// <param name="Words">What happened.</param>
/// <param name="RemoteAddress">Who sends, as <see cref="RateLimits.Sender"/> gives it.</param>
/// <param name="StartedAt">When the form was opened, UTC; null where it does not say so itself.</param>
/// <param name="Trap">A field people do not see; programs fill it in.</param>
/// <param name="DraftKey">The form: sent once more, it leads to the recovery that came of it.</param>
internal sealed record StartRecoveryRequest(
    string CountryCode, RegisterForm Person, string? Words, string? RemoteAddress = null, DateTime? StartedAt = null, string Trap = "",
    string? DraftKey = null);

/// <param name="TrackerSecret">Opens the tracker in the representative's browser: for a redirect made at once, never stored. Null for an
/// officer.</param>
/// <param name="SentAlready">The same form was sent before, and this is what came of it then.</param>
internal sealed record StartedRecovery(Guid Id, string? TrackerSecret, bool SentAlready = false);

internal sealed class StartRecovery(
    IDbContextFactory<ConsoleDbContext> contexts, RegisterRules rules, RegisterLimiter limiter, RoomForWaiting room, EmailLimits limits,
    LinkIssuer links,
    RegistrationPolicy policy, IOptions<RegisterOptions> options, TimeProvider time, ILogger<StartRecovery> logger)
{
    /// <param name="actor">An officer of the hub, or anybody.</param>
    public async Task<Result<StartedRecovery>> HandleAsync(StartRecoveryRequest request, Actor actor, CancellationToken ct)
    {
        if (actor.Kind == ActorKind.User)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            if (await db.RefuseOnHubAsync(actor, Permission.RegistrationsDecide, ct) is { } notAllowed) return notAllowed;
        }
        else if (RefuseProgram(request) is { } automated) return automated;

        if (RecoverForm.Fields.Any(field => rules.Check(request.Person, field) is not null)) return RegisterErrors.Incomplete;
        if (actor.Kind != ActorKind.User && !await limiter.TryEnterAsync(request.RemoteAddress, ct)) return RegisterErrors.TooMany;

        try
        {
            var saved = await Saving.AgainAfterConflictAsync(() => SaveAsync(request, actor, ct));
            if (saved is { IsSuccess: true, Value.SentAlready: false } && actor.Kind != ActorKind.User)
                await limiter.CountAsync(request.RemoteAddress, ct);
            return saved;
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or IOException or TimeoutException)
        {
            logger.LogError(exception, "A recovery could not be saved");
            return RegisterErrors.NotSaved;
        }
    }

    private DomainError? RefuseProgram(StartRecoveryRequest request) =>
        request.Trap.Length > 0 ? RegisterErrors.LooksAutomated
        : request.StartedAt is not { } opened || time.GetUtcNow().UtcDateTime - opened < TimeSpan.FromSeconds(options.Value.MinimumSeconds)
        ? RegisterErrors.TooFast
        : null;

    private async Task<Result<StartedRecovery>> SaveAsync(StartRecoveryRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.LockCountryAsync(request.CountryCode, ct);
        if (await db.MadeOfAsync(request.DraftKey, ct) is { } made)
        {
            var opened = actor.Kind == ActorKind.User ? null : await links.AddTrackerAsync(db, transaction, made, policy, ct);
            return new StartedRecovery(made, opened, SentAlready: true);
        }

        var nppo = await db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(n => n.CurrentCountryCode == request.CountryCode, ct);
        if (nppo is null) return RegistrationErrors.NotRegistered;
        if (await db.IsUnderWayAsync(nppo.CountryCode, ct)) return RegistrationErrors.AlreadyOpen;

        var officer = actor.Kind == ActorKind.User ? actor : null;
        var sender = officer is null ? request.RemoteAddress : null;
        var (person, now) = (request.Person.ToRepresentative(), time.GetUtcNow().UtcDateTime);
        var submitted = Registration.SubmitRecovery(nppo.CountryCode, nppo.Organization, person, request.Words, officer, policy, now,
            sender, request.DraftKey);
        if (submitted.Error is { } refusal) return refusal;
        if (await room.MakeAsync(db, nppo.CountryCode, person.Email, sender, now, ct) is { } tooMany) return tooMany;
        // The administrators there still are hear of it only when the address is verified: ContactPointEmailLimits counts that.
        if (officer is null && !await limits.AllowAsync(db, EmailCause.Recovery, person.Email, sender is null ? [] : [sender], ct))
            return RegisterErrors.TooManyToAddress;

        var recovery = submitted.Value;
        db.Add(recovery);
        var tracker = officer is null ? links.Add(db, LinkPurpose.ApplicantTracker, recovery.Id, recovery.Id, policy.ExpireAfter) : null;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new StartedRecovery(recovery.Id, tracker?.Secret);
    }
}
