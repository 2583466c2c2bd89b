using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <summary>
/// The organizations on their way that are wanted, in the order that is asked for: the same for the list on the page and for its file.
/// There are no more of them than countries, and how far one has come is in no table: so they are read whole, and sorted here.
/// </summary>
internal sealed class ProgressList(IntegrationProgress progress, CountryCatalogue countries)
{
    /// <summary>By the keys of the columns; those that are alike stay in the order of the countries' names, in which they come.</summary>
    public static ListOrders<NppoProgress> Orders { get; } = WithSteps(new ListOrders<NppoProgress>("next", (rows, _) => rows)
        .ByCountry("country", one => one.Nppo.CountryCode)
        .By("organization", one => one.Nppo.Organization.Name)
        .ByPlace("system", one => one.Nppo.Organization.System)
        .ByPlace("state", one => one.Nppo.Status)
        .By("since", one => one.Nppo.StatusSince)
        .By("progress", one => one.Done)
        .By("next", one => one.NeedsAnswer ? 0 : 1));

    /// <summary>The key of the column of a step.</summary>
    public static string KeyOf(IntegrationStep step) => step.ToString().ToLowerInvariant();

    public async Task<IReadOnlyList<NppoProgress>> FindAsync(ConsoleDbContext db, ListIntegrationRequest request, CancellationToken ct)
    {
        var nppos = await db.Set<Nppo>().AsNoTracking()
            .Where(n => n.Status == NppoStatus.Onboarding || n.Status == NppoStatus.Testing || n.Status == NppoStatus.Live).ToListAsync(ct);
        var read = (await progress.ReadAsync(db, Named(nppos, request.Search), ct))
            .Where(one => one.IsListed).OrderBy(one => countries.NameOf(one.Nppo.CountryCode), CountryCatalogue.ByName).ToList();
        return [.. Orders.Apply(read.AsQueryable(), request.Sort, countries.Search(null).Select(country => country.Code))];
    }

    private static ListOrders<NppoProgress> WithSteps(ListOrders<NppoProgress> orders) => IntegrationSteps.All.Aggregate(
        orders, (with, step) => with.By(KeyOf(step), one => one.StateOf(step)));

    private List<Nppo> Named(List<Nppo> nppos, string? search)
    {
        if (FreeText.Line(search, 100) is not { } text) return nppos;
        var named = countries.CodesNamed(text);
        return nppos.FindAll(n => named.Contains(n.CountryCode)
            || n.Organization.Name.Contains(text, StringComparison.CurrentCultureIgnoreCase)
            || n.Organization.NameInEnglish.Contains(text, StringComparison.OrdinalIgnoreCase));
    }
}
