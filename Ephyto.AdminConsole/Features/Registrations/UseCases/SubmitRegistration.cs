using System.Data.Common;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Drafts;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Registrations.UseCases;

/// <param name="Form">As typed; it is checked and cleaned here again.</param>
/// <param name="DraftKey">The kept form that the submission replaces.</param>
/// <param name="RemoteAddress">Who sends, as <see cref="RegisterLimiter.AddressOf"/> gives it.</param>
/// <param name="StartedAt">When the form was opened, UTC.</param>
/// <param name="Trap">A field people do not see; programs fill it in.</param>
internal sealed record SubmitRegistration(RegisterForm Form, string? DraftKey, string? RemoteAddress, DateTime StartedAt, string Trap = "");

/// <param name="TrackerSecret">Opens the tracker in this browser: for a redirect made at once, never stored.</param>
internal sealed record SubmittedRegistration(Guid Id, string TrackerSecret);

internal sealed class SubmitRegistrationHandler(
    IDbContextFactory<ConsoleDbContext> contexts, RegisterRules rules, RegisterLimiter limiter, LinkIssuer links,
    RegistrationPolicy policy, IOptions<RegisterOptions> options, TimeProvider time, ILogger<SubmitRegistrationHandler> logger)
{
    /// <param name="actor">Anybody; the registration itself names its applicant.</param>
    public async Task<Result<SubmittedRegistration>> HandleAsync(SubmitRegistration request, Actor actor, CancellationToken ct)
    {
        if (request.Trap.Length > 0) return RegisterErrors.LooksAutomated;
        if (time.GetUtcNow().UtcDateTime - request.StartedAt < TimeSpan.FromSeconds(options.Value.MinimumSeconds)) return RegisterErrors.TooFast;
        if (rules.FirstIncomplete(request.Form) != RegisterStep.Review) return RegisterErrors.Incomplete;
        if (!limiter.TryEnter(request.RemoteAddress)) return RegisterErrors.TooMany;

        try
        {
            return await SaveAsync(request, ct);
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or IOException or TimeoutException)
        {
            // Of several at the same instant the store lets one in: this one may be another.
            if (await IsOpenAsync(request.Form, ct)) return RegistrationErrors.AlreadyOpen;
            logger.LogError(exception, "A registration could not be saved");
            return RegisterErrors.NotSaved;
        }
    }

    private async Task<Result<SubmittedRegistration>> SaveAsync(SubmitRegistration request, CancellationToken ct)
    {
        var code = CountryOf(request.Form);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LookUpCountryHandler.HasAdministratorAsync(db, code, ct)) return RegistrationErrors.HasAdministrator;
        if (await LookUpCountryHandler.IsOpenAsync(db, code, ct)) return RegistrationErrors.AlreadyOpen;

        var registration = Registration.Submit(
            code, request.Form.ToOrganization(), request.Form.ToRepresentative(), policy, time.GetUtcNow().UtcDateTime);
        db.Add(registration);
        var tracker = links.Add(db, LinkPurpose.ApplicantTracker, registration.Id, registration.Id, policy.ExpireAfter);
        await db.SaveChangesAsync(ct);
        await db.Set<RegistrationDraft>().Where(draft => draft.Key == request.DraftKey).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return new SubmittedRegistration(registration.Id, tracker.Secret);
    }

    private async Task<bool> IsOpenAsync(RegisterForm form, CancellationToken ct)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            return await LookUpCountryHandler.IsOpenAsync(db, CountryOf(form), ct);
        }
        catch (Exception exception) when (exception is DbException or IOException or TimeoutException)
        {
            return false;
        }
    }

    private static string CountryOf(RegisterForm form) => RegisterCleaning.Clean(RegisterField.Country, form[RegisterField.Country]).ToUpperInvariant();
}
