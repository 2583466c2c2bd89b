using Ephyto.AdminConsole.Features.Registrations.Register.Drafts;
using Ephyto.AdminConsole.Features.Registrations.Register.UseCases;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>What the page needs of the server, in one hand.</summary>
internal sealed class RegisterService(
    RegisterVisits visits, DraftStore drafts, RegisterRules rules, LookUpCountry lookUp, SubmitRegistration submit, ReopenSentForm sent)
{
    public RegisterVisit? Read(string? protectedVisit) => visits.Read(protectedVisit);

    /// <returns>The visit, for the circuit. A browser whose form was sent begins another one.</returns>
    public async Task<string> BeginAsync(HttpContext http, CancellationToken ct)
    {
        var visit = visits.Begin(http);
        return visits.Protect(await sent.IsSentAsync(visit.DraftKey, ct) ? visits.BeginAnother(http, visit) : visit);
    }

    /// <summary>Leads to what came of the form that was sent before.</summary>
    public Task<string?> FindSentAsync(RegisterVisit visit, CancellationToken ct) => sent.HandleAsync(visit.SentBefore, ct);

    /// <summary>The form this browser left, or a new one.</summary>
    public async Task<RegisterWizard> OpenAsync(RegisterVisit visit, CancellationToken ct)
    {
        var kept = await drafts.LoadAsync(visit.DraftKey, ct);
        return new RegisterWizard(visit, new RegisterForm(kept?.Values ?? new Dictionary<string, string>()), rules, drafts)
        {
            StartedAt = kept is not null && kept.CreatedAt < visit.OpenedAt ? kept.CreatedAt : visit.OpenedAt,
        };
    }

    public async Task<CountryProspect?> LookUpAsync(string countryCode, CancellationToken ct) =>
        countryCode.Length == 0 ? null : (await lookUp.HandleAsync(new LookUpCountryRequest(countryCode), Actor.Anonymous, ct)).Value;

    /// <summary>Throws the answers away, here and in the store.</summary>
    public Task ClearAsync(RegisterWizard wizard, CancellationToken ct) => drafts.ForgetAsync(wizard.Visit.DraftKey, ct);

    public async Task<Result<SubmittedRegistration>> SubmitAsync(RegisterWizard wizard, string trap, CancellationToken ct)
    {
        await wizard.SavedAsync();
        return await submit.HandleAsync(
            new SubmitRegistrationRequest(wizard.Form, wizard.Visit.DraftKey, wizard.Visit.RemoteAddress, wizard.StartedAt, trap),
            Actor.Anonymous, ct);
    }
}
