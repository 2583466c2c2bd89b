using System.Globalization;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Search">In the name of the organization or of its country, in any language.</param>
/// <param name="Page">From 1.</param>
internal sealed record ListIntegrationRequest(string? Search, int Page);

/// <summary>
/// Every organisation on its way, as the hub sees it: those with something to answer first, each part in the order of the
/// countries' names in the reader's language.
/// </summary>
internal sealed class ListIntegration(IDbContextFactory<ConsoleDbContext> contexts, IntegrationProgress progress, CountryCatalogue countries)
{
    public async Task<Result<PageOf<NppoProgress>>> HandleAsync(ListIntegrationRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.NpposView, ct) is { } refusal) return refusal;

        var nppos = await db.Set<Nppo>().AsNoTracking().Where(n => n.Status == NppoStatus.Onboarding || n.Status == NppoStatus.Testing).ToListAsync(ct);
        // There are no more of them than countries, and no database knows the order of their names.
        var byName = StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true);
        var ordered = (await progress.ReadAsync(db, Named(nppos, request.Search), ct))
            .OrderByDescending(one => one.NeedsAnswer).ThenBy(one => countries.NameOf(one.Nppo.CountryCode), byName).ToList();
        return ordered.ToPage(request.Page);
    }

    private List<Nppo> Named(List<Nppo> nppos, string? search)
    {
        if (FreeText.Line(search, 100) is not { } text) return nppos;
        var named = countries.CodesNamed(text);
        return nppos.FindAll(n => named.Contains(n.CountryCode) || n.Organization.Name.Contains(text, StringComparison.CurrentCultureIgnoreCase)
            || n.Organization.NameInEnglish.Contains(text, StringComparison.OrdinalIgnoreCase));
    }
}
