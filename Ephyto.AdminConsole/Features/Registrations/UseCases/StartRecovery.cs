using System.Data.Common;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Recover;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Registrations.UseCases;

/// <param name="CountryCode">Of the organisation.</param>
/// <param name="Person">Who is to become the administrator, as typed; it is checked and cleaned here again.</param>
/// <param name="Words">What happened.</param>
/// <param name="RemoteAddress">Who sends, as <see cref="RegisterLimiter.AddressOf"/> gives it.</param>
/// <param name="StartedAt">When the form was opened, UTC; null where it does not say so itself.</param>
/// <param name="Trap">A field people do not see; programs fill it in.</param>
internal sealed record StartRecovery(
    string CountryCode, RegisterForm Person, string? Words, string? RemoteAddress = null, DateTime? StartedAt = null, string Trap = "");

/// <param name="TrackerSecret">Opens the tracker in the representative's browser: for a redirect made at once, never stored. Null for an officer.</param>
internal sealed record StartedRecovery(Guid Id, string? TrackerSecret);

internal sealed class StartRecoveryHandler(
    IDbContextFactory<ConsoleDbContext> contexts, RegisterRules rules, RegisterLimiter limiter, LinkIssuer links,
    RegistrationPolicy policy, IOptions<RegisterOptions> options, TimeProvider time, ILogger<StartRecoveryHandler> logger)
{
    /// <param name="actor">An officer of the hub, or anybody.</param>
    public async Task<Result<StartedRecovery>> HandleAsync(StartRecovery request, Actor actor, CancellationToken ct)
    {
        if (actor.Kind == ActorKind.User)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            if (await db.RefuseOnHubAsync(actor, Permission.RegistrationsDecide, ct) is { } notAllowed) return notAllowed;
        }
        else if (RefuseProgram(request) is { } automated) return automated;

        if (RecoverForm.Fields.Any(field => rules.Check(request.Person, field) is not null)) return RegisterErrors.Incomplete;
        if (actor.Kind != ActorKind.User && !limiter.TryEnter(request.RemoteAddress)) return RegisterErrors.TooMany;

        try
        {
            return await SaveAsync(request, actor, ct);
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or IOException or TimeoutException)
        {
            // Of several at the same instant the store lets one in: this one may be another.
            if (await IsOpenAsync(request.CountryCode, ct)) return RegistrationErrors.AlreadyOpen;
            logger.LogError(exception, "A recovery could not be saved");
            return RegisterErrors.NotSaved;
        }
    }

    private DomainError? RefuseProgram(StartRecovery request) =>
        request.Trap.Length > 0 ? RegisterErrors.LooksAutomated
        : request.StartedAt is not { } opened || time.GetUtcNow().UtcDateTime - opened < TimeSpan.FromSeconds(options.Value.MinimumSeconds) ? RegisterErrors.TooFast
        : null;

    private async Task<Result<StartedRecovery>> SaveAsync(StartRecovery request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var nppo = await db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(n => n.CurrentCountryCode == request.CountryCode, ct);
        if (nppo is null) return RegistrationErrors.NotRegistered;
        if (await LookUpCountryHandler.IsOpenAsync(db, nppo.CountryCode, ct)) return RegistrationErrors.AlreadyOpen;

        var officer = actor.Kind == ActorKind.User ? actor : null;
        var submitted = Registration.SubmitRecovery(
            nppo.CountryCode, nppo.Organization, request.Person.ToRepresentative(), request.Words, officer, policy, time.GetUtcNow().UtcDateTime);
        if (submitted.Error is { } refusal) return refusal;

        var recovery = submitted.Value;
        db.Add(recovery);
        var tracker = officer is null ? links.Add(db, LinkPurpose.ApplicantTracker, recovery.Id, recovery.Id, policy.ExpireAfter) : null;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new StartedRecovery(recovery.Id, tracker?.Secret);
    }

    private async Task<bool> IsOpenAsync(string countryCode, CancellationToken ct)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            return await LookUpCountryHandler.IsOpenAsync(db, countryCode, ct);
        }
        catch (Exception exception) when (exception is DbException or IOException or TimeoutException)
        {
            return false;
        }
    }
}
