using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <summary>Which letters are wanted and in which order: the same for the list on the page and for its file.</summary>
internal sealed class LetterFilter(CountryCatalogue countries)
{
    // The databases do not agree on where nothing belongs: what waits no longer stands after what does, what was never issued before what
    // was.
    private static readonly DateTime NoLonger = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Never = DateTime.UnixEpoch;

    /// <summary>By the keys of the columns; of those that are alike the one that changed last stands first.</summary>
    public static ListOrders<Found> Orders { get; } = new ListOrders<Found>("waiting", Newest)
        .ByCountry("country", found => found.Letter.CountryCode)
        .By("organization", found => found.Nppo.Organization.Name)
        .By("number", found => ((found.Letter.NumberYear ?? 0) * 1_000_000) + (found.Letter.NumberOrdinal ?? 0))
        .ByPlace("state", found => found.Letter.Status)
        .By("since", found => found.Letter.StatusSince)
        .By("waiting", found => found.Letter.OpenNppoId == null ? NoLonger : found.Letter.RequestedAt)
        .By("requested", found => found.Letter.RequestedAt)
        .By("issued", found => found.Letter.IssuedAt ?? Never)
        .By("language", found => found.Letter.Language)
        .By("addressee", found => found.Letter.Addressee ?? "");

    public IQueryable<LetterRow> Rows(ConsoleDbContext db, ListLettersRequest request, IReadOnlyList<Guid>? chosen = null)
    {
        var query = db.Set<ParticipationLetter>().AsNoTracking();
        if (chosen is not null) query = query.Where(letter => chosen.Contains(letter.Id));
        if (request.Status is { } status) query = query.Where(letter => letter.Status == status);
        if (FreeText.Line(request.Search, 100) is { } text) query = Matching(query, text);
        var found = query.Join(db.Set<Nppo>(), letter => letter.NppoId, nppo => nppo.Id,
            (letter, nppo) => new Found { Letter = letter, Nppo = nppo });
        return Orders.Apply(found, request.Sort, countries.Search(null).Select(country => country.Code))
            .Select(row => new LetterRow(row.Letter, row.Nppo.Organization.Name));
    }

    private IQueryable<ParticipationLetter> Matching(IQueryable<ParticipationLetter> query, string text)
    {
        if (LetterNumber.TryParse(text) is { } number)
            return query.Where(letter => letter.NumberYear == number.Year && letter.NumberOrdinal == number.Ordinal);
        var named = countries.CodesNamed(text);
        return query.Where(letter => named.Contains(letter.CountryCode));
    }

    private static IOrderedQueryable<Found> Newest(IOrderedQueryable<Found> rows, bool falls) =>
        rows.ThenByDescending(found => found.Letter.StatusSince).ThenByDescending(found => found.Letter.Id);

    /// <summary>A letter beside its organization.</summary>
    internal sealed class Found
    {
        public required ParticipationLetter Letter { get; init; }

        public required Nppo Nppo { get; init; }
    }
}
