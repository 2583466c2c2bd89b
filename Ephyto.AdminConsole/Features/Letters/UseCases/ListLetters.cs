using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Search">In the number, or the country's name in any language.</param>
/// <param name="Status">Only letters in this state.</param>
/// <param name="Page">From 1.</param>
internal sealed record ListLettersRequest(string? Search, LetterStatus? Status, int Page);

public sealed record LetterRow(ParticipationLetter Letter, string Organization);

/// <summary>The letters of every organisation: open requests first, the longest waiting at the top, then the newest.</summary>
internal sealed class ListLetters(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries)
{
    public async Task<Result<PageOf<LetterRow>>> HandleAsync(ListLettersRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LettersView, ct) is { } refusal) return refusal;

        return await Rows(db, countries, request).ToPageAsync(request.Page, ct);
    }

    public static IQueryable<LetterRow> Rows(ConsoleDbContext db, CountryCatalogue countries, ListLettersRequest request)
    {
        var query = db.Set<ParticipationLetter>().AsNoTracking();
        if (request.Status is { } status) query = query.Where(letter => letter.Status == status);
        if (FreeText.Line(request.Search, 100) is { } text) query = Matching(query, countries, text);
        return from letter in query
               join nppo in db.Set<Nppo>() on letter.NppoId equals nppo.Id
               orderby letter.OpenNppoId == null, letter.OpenNppoId == null ? null : (DateTime?)letter.RequestedAt, letter.StatusSince descending, letter.Id descending
               select new LetterRow(letter, nppo.Organization.Name);
    }

    private static IQueryable<ParticipationLetter> Matching(IQueryable<ParticipationLetter> query, CountryCatalogue countries, string text)
    {
        if (LetterNumber.TryParse(text) is { } number) return query.Where(letter => letter.NumberYear == number.Year && letter.NumberOrdinal == number.Ordinal);
        var named = countries.CodesNamed(text);
        return query.Where(letter => named.Contains(letter.CountryCode));
    }
}
