using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Hub.UseCases;

/// <param name="Search">In the name of the organization or of its country, in any language.</param>
/// <param name="Status">Only organisations in this state.</param>
/// <param name="Page">From 1.</param>
internal sealed record ListNpposRequest(string? Search, NppoStatus? Status, int Page);

/// <param name="Contact">The technical contact, if there is one.</param>
/// <param name="Administrators">Active ones.</param>
public sealed record NppoRow(Nppo Nppo, Member? Contact, int Administrators);

/// <param name="MayManage">Whether the reader may suspend and reactivate.</param>
internal sealed record NppoList(PageOf<NppoRow> Page, bool MayManage);

/// <summary>Every organisation that the hub knows as a member, in the order of the country codes.</summary>
internal sealed class ListNppos(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries)
{
    public async Task<Result<NppoList>> HandleAsync(ListNpposRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.NpposView, ct) is { } refusal) return refusal;

        var query = db.Set<Nppo>().AsNoTracking();
        if (request.Status is { } status) query = query.Where(n => n.Status == status);
        if (FreeText.Clean(request.Search, 100) is { } text) query = Matching(query, text);
        var page = await query.OrderBy(n => n.CountryCode).ThenBy(n => n.RegisteredAt).ToPageAsync(request.Page, ct);

        var shown = page.Items.Select(n => n.Id).ToList();
        var contactIds = page.Items.Select(n => n.TechnicalContactId).ToList();
        var contacts = await db.Set<Member>().AsNoTracking().Where(m => contactIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        var administrators = await db.Set<Member>()
            .Where(m => shown.Contains(m.NppoId) && m.Status == MemberStatus.Active && m.Role == NppoRole.Administrator)
            .GroupBy(m => m.NppoId).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Count, ct);
        var rows = page.Items.Select(n => new NppoRow(
            n, n.TechnicalContactId is { } id ? contacts.GetValueOrDefault(id) : null, administrators.GetValueOrDefault(n.Id))).ToList();
        return new NppoList(new(rows, page.Total, page.Number), await db.RefuseOnHubAsync(actor, Permission.NpposManage, ct) is null);
    }

    private IQueryable<Nppo> Matching(IQueryable<Nppo> query, string text)
    {
        // What holds no letter and no digit names no country; the catalogue would answer with all of them.
        var named = text.Any(char.IsLetterOrDigit) ? countries.Search(text).Select(country => country.Code).ToList() : [];
        var lower = text.ToLowerInvariant();
        // The comparison is the database's: no culture and no StringComparison reaches it.
#pragma warning disable CA1304, CA1311, CA1862
        return query.Where(n => named.Contains(n.CountryCode)
            || n.Organization.Name.ToLower().Contains(lower) || n.Organization.Name.Contains(text)
            || n.Organization.NameInEnglish.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
