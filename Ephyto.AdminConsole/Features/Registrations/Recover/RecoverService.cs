using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Registrations.Recover.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Recover;

/// <summary>What the pages of a recovery need of the server, in one hand.</summary>
internal sealed class RecoverService(
    ViewRecoverable organizations, StartRecovery start, RegisterRules rules, RegisterVisits visits,
    IStringLocalizer<RecoverText> text, Terms terms)
{
    public Task<Result<RecoverableView>> FindAsync(string? search, Actor actor, CancellationToken ct) =>
        organizations.HandleAsync(search, actor, ct);

    /// <returns>Null for a country without NPPO; a refusal for an officer without the right.</returns>
    public async Task<Result<RecoverableOrganization?>> OpenAsync(string countryCode, Actor actor, CancellationToken ct)
    {
        var found = await organizations.HandleAsync(countryCode, actor, ct);
        return found.Error is { } refusal
            ? refusal : Result<RecoverableOrganization?>.Success(
                found.Value.Found.FirstOrDefault(o => string.Equals(o.Country.Code, countryCode, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Notes in the form when it was opened, and which one it is; one sent before keeps both.</summary>
    public void Begin(RecoverForm form)
    {
        if (visits.Read(form.Visit) is null) form.Visit = visits.Protect(visits.BeginOnPage());
    }

    /// <summary>A sentence for each field that is missing or wrong, in the order of the form.</summary>
    public IEnumerable<FieldError> Check(RecoverForm form)
    {
        var person = form.ToPerson();
        foreach (var field in RecoverForm.Fields.Where(field => field != RegisterField.Informed))
        {
            if (rules.Check(person, field) is { } fault) yield return new($"Form.{field}", text[fault.Sentence, fault.Argument ?? ""]);
        }

        if (FreeText.Clean(form.Words) is null) yield return new("Form.Words", text["WordsMissing"]);
        else if (FreeText.IsTooLong(form.Words)) yield return new("Form.Words", Say(RegistrationErrors.WordsTooLong));
        if (!form.Informed) yield return new("Form.Informed", text["InformedMissing"]);
    }

    /// <summary>A warning, once, and no refusal: who sends the form again with the same address means it.</summary>
    /// <returns>The address that is at a service open to everybody, and of which the reader has not been told so yet.</returns>
    public static EmailAddress? WarnOf(RecoverForm form)
    {
        if (EmailAddress.TryParse(form.Email) is not { IsFreeMail: true } address || form.FreeMailTold == address.Value) return null;
        form.FreeMailTold = address.Value;
        return address;
    }

    public Task<Result<StartedRecovery>> StartAsync(string countryCode, RecoverForm form, string? remoteAddress, Actor actor,
        CancellationToken ct) =>
        start.HandleAsync(form.ToRequest(countryCode, visits.Read(form.Visit), remoteAddress), actor, ct);

    public string Say(DomainError refusal) =>
        text[refusal.Code.Replace('.', '_').Replace('-', '_')] is { ResourceNotFound: false } own ? own.Value : terms.Error(refusal);
}
