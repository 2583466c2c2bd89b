using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Hub.UseCases;

/// <param name="Search">In the reference, the organization, the representative, or the country's name in any language.</param>
/// <param name="Status">Only registrations in this state.</param>
/// <param name="OpenOnly">Only registrations under way.</param>
/// <param name="Page">From 1.</param>
/// <param name="Kind">Only registrations of this kind.</param>
internal sealed record ListRegistrationsRequest(string? Search, RegistrationStatus? Status, bool OpenOnly, int Page, RegistrationKind? Kind = null);

public sealed record RegistrationRow(
    Guid Id, string Reference, string CountryCode, string Organization, RegistrationStatus Status, EscalationReason? EscalationReason, DateTime SubmittedAt,
    RegistrationKind Kind);

/// <summary>Registrations, the newest first, one page at a time.</summary>
internal sealed class ListRegistrations(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries)
{
    public async Task<Result<PageOf<RegistrationRow>>> HandleAsync(ListRegistrationsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.RegistrationsView, ct) is { } refusal) return refusal;

        var query = db.Set<Registration>().AsNoTracking();
        if (request.OpenOnly) query = query.Where(r => r.OpenCountryCode != null);
        if (request.Status is { } status) query = query.Where(r => r.Status == status);
        if (request.Kind is { } kind) query = query.Where(r => r.Kind == kind);
        if (FreeText.Clean(request.Search, 100) is { } text) query = Matching(query, text);
        return await query.OrderByDescending(r => r.SubmittedAt).ThenByDescending(r => r.Id).Select(Row).ToPageAsync(request.Page, ct);
    }

    public static readonly System.Linq.Expressions.Expression<Func<Registration, RegistrationRow>> Row = r =>
        new RegistrationRow(r.Id, r.Reference, r.CountryCode, r.Organization.Name, r.Status, r.EscalationReason, r.SubmittedAt, r.Kind);

    private IQueryable<Registration> Matching(IQueryable<Registration> query, string text)
    {
        // What holds no letter and no digit names no country; the catalogue would answer with all of them.
        var named = text.Any(char.IsLetterOrDigit) ? countries.Search(text).Select(country => country.Code).ToList() : [];
        var lower = text.ToLowerInvariant();
        // The comparison is the database's: no culture and no StringComparison reaches it.
#pragma warning disable CA1304, CA1311, CA1862
        return query.Where(r => named.Contains(r.CountryCode)
            || r.Reference.ToLower().Contains(lower)
            || r.Organization.Name.ToLower().Contains(lower) || r.Organization.Name.Contains(text)
            || r.Organization.NameInEnglish.ToLower().Contains(lower)
            || r.Representative.FamilyName.ToLower().Contains(lower) || r.Representative.FamilyName.Contains(text)
            || r.Representative.Email.Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
