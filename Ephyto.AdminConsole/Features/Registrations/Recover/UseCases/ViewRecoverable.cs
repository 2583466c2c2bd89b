using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Recover.UseCases;

/// <param name="IsOpen">A verified registration or recovery of the country is under way already.</param>
/// <param name="MaskedContact">Who will be asked; null where nobody is on file.</param>
public sealed record RecoverableOrganization(Country Country, string Name, bool IsOpen, string? MaskedContact);

/// <param name="Found">Members whose country the text names, the best match first; all of them for an empty text.</param>
/// <param name="NotRegistered">Countries it names that have no NPPO here.</param>
public sealed record RecoverableView(IReadOnlyList<RecoverableOrganization> Found, IReadOnlyList<Country> NotRegistered);

/// <summary>Which organizations could be given a new administrator. That an organization takes part, and its name, are public.</summary>
internal sealed class ViewRecoverable(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries)
{
    /// <param name="search">A country's name in any language, or its code.</param>
    /// <param name="actor">An officer, who needs the right to decide; or anybody.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<RecoverableView>> HandleAsync(string? search, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (actor.Kind == ActorKind.User && await db.RefuseOnHubAsync(actor, Permission.RegistrationsDecide, ct) is { } refusal)
            return refusal;

        var members = await db.Set<Nppo>().AsNoTracking().Where(n => n.CurrentCountryCode != null)
            .Select(n =>
                new { n.CountryCode, n.Organization.Name,
                    IsOpen = db.Set<Registration>().Any(r => r.OpenCountryCode == n.CountryCode && r.VerifiedAt != null) })
            .ToDictionaryAsync(n => n.CountryCode, ct);
        var contacts = await db.Set<ContactPoint>().AsNoTracking()
            .Where(c => c.CurrentCountryCode != null && members.Keys.Contains(c.CountryCode))
            .Select(c => new { c.CountryCode, c.Details.Email })
            .ToDictionaryAsync(c => c.CountryCode, c => EmailAddress.TryParse(c.Email)?.Masked() ?? "•••", ct);
        var text = FreeText.Line(search, 100);
        // What holds no letter and no digit names no country; the catalogue would answer with all of them.
        var named = text is null || TypedName.HasLetters(text) ? countries.Search(text) : [];
        return new RecoverableView(
            [.. named.Where(c => members.ContainsKey(c.Code)).Select(c => new RecoverableOrganization(
                c, members[c.Code].Name, members[c.Code].IsOpen, contacts.GetValueOrDefault(c.Code)))],
            text is null ? [] : [.. named.Where(c => !members.ContainsKey(c.Code))]);
    }
}
