using System.Data.Common;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.Register.Drafts;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Registrations.Register.UseCases;

/// <param name="Form">As typed; it is checked and cleaned here again.</param>
/// <param name="DraftKey">The kept form that the submission replaces: sent once more, it leads to the registration that came of it.</param>
/// <param name="RemoteAddress">Who sends, as <see cref="RateLimits.Sender"/> gives it.</param>
/// <param name="StartedAt">When the form was opened, UTC.</param>
/// <param name="Trap">A field people do not see; programs fill it in.</param>
internal sealed record SubmitRegistrationRequest(
    RegisterForm Form, string? DraftKey, string? RemoteAddress, DateTime StartedAt, string Trap = "");

/// <param name="TrackerSecret">Opens the tracker in this browser: for a redirect made at once, never stored.</param>
/// <param name="SentAlready">The same form was sent before, and this is what came of it then.</param>
internal sealed record SubmittedRegistration(Guid Id, string TrackerSecret, bool SentAlready = false)
{
    /// <summary>Where the browser goes: the tracker, which says so where nothing new was sent.</summary>
    public string Address => SentForms.AddressOf(TrackerSecret, SentAlready);
}

internal sealed class SubmitRegistration(
    IDbContextFactory<ConsoleDbContext> contexts, RegisterRules rules, RegisterLimiter limiter, RoomForWaiting room, EmailLimits limits,
    LinkIssuer links,
    RegistrationPolicy policy, IOptions<RegisterOptions> options, TimeProvider time, ILogger<SubmitRegistration> logger)
{
    /// <param name="actor">Anybody; the registration itself names its applicant.</param>
    public async Task<Result<SubmittedRegistration>> HandleAsync(SubmitRegistrationRequest request, Actor actor, CancellationToken ct)
    {
        if (request.Trap.Length > 0) return RegisterErrors.LooksAutomated;
        if (time.GetUtcNow().UtcDateTime - request.StartedAt < TimeSpan.FromSeconds(options.Value.MinimumSeconds))
            return RegisterErrors.TooFast;
        if (rules.FirstIncomplete(request.Form) != RegisterStep.Review) return RegisterErrors.Incomplete;
        if (!await limiter.TryEnterAsync(request.RemoteAddress, ct)) return RegisterErrors.TooMany;

        try
        {
            var saved = await Saving.AgainAfterConflictAsync(() => SaveAsync(request, ct));
            if (saved is { IsSuccess: true, Value.SentAlready: false }) await limiter.CountAsync(request.RemoteAddress, ct);
            return saved;
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or IOException or TimeoutException)
        {
            logger.LogError(exception, "A registration could not be saved");
            return RegisterErrors.NotSaved;
        }
    }

    private async Task<Result<SubmittedRegistration>> SaveAsync(SubmitRegistrationRequest request, CancellationToken ct)
    {
        var code = CountryOf(request.Form);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.LockCountryAsync(code, ct);
        if (await db.MadeOfAsync(request.DraftKey, ct) is { } made)
            return new SubmittedRegistration(made, await links.AddTrackerAsync(db, transaction, made, policy, ct), SentAlready: true);

        if (await db.AdministeredNpposOf(code).AnyAsync(ct)) return RegistrationErrors.HasAdministrator;
        if (await db.IsUnderWayAsync(code, ct)) return RegistrationErrors.AlreadyOpen;

        var (person, now) = (request.Form.ToRepresentative(), time.GetUtcNow().UtcDateTime);
        if (await room.MakeAsync(db, code, person.Email, request.RemoteAddress, now, ct) is { } refusal) return refusal;
        string[] causers = request.RemoteAddress is { } sender ? [sender] : [];
        if (!await limits.AllowAsync(db, EmailCause.Registration, person.Email, causers, ct)) return RegisterErrors.TooManyToAddress;

        var registration = Registration.Submit(code, request.Form.ToOrganization(), person, policy, now, request.RemoteAddress,
            request.DraftKey);
        db.Add(registration);
        var tracker = links.Add(db, LinkPurpose.ApplicantTracker, registration.Id, registration.Id, policy.ExpireAfter);
        await db.SaveChangesAsync(ct);
        await db.Set<RegistrationDraft>().Where(draft => draft.Key == request.DraftKey).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return new SubmittedRegistration(registration.Id, tracker.Secret);
    }

    private static string CountryOf(RegisterForm form) =>
        RegisterCleaning.Clean(RegisterField.Country, form[RegisterField.Country]).ToUpperInvariant();
}
