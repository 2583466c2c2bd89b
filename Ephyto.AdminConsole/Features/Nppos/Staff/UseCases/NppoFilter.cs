using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;

/// <summary>What organizations are ordered by, besides what they know themselves.</summary>
internal sealed class NppoLine
{
    public required Nppo Nppo { get; init; }

    /// <summary>Of the technical contact, as names are sorted.</summary>
    public required string? Contact { get; init; }

    public required int Administrators { get; init; }

    public required DateTime? LastSignInAt { get; init; }
}

/// <summary>Which organizations are wanted, and in what order: the same for the list on the page and for its file.</summary>
internal sealed class NppoFilter(CountryCatalogue countries)
{
    /// <summary>By the keys of the columns; of those that are alike the newest member first.</summary>
    public static ListOrders<NppoLine> Orders { get; } = new ListOrders<NppoLine>("country", Newest)
        .ByCountry("country", line => line.Nppo.CountryCode)
        .By("organization", line => EF.Property<string>(line.Nppo, FollowedTexts.NameOrder))
        .By("english", line => line.Nppo.Organization.NameInEnglish)
        .ByPlace("state", line => line.Nppo.Status)
        .By("since", line => line.Nppo.StatusSince)
        .By("registered", line => line.Nppo.RegisteredAt)
        .By("contact", line => line.Contact)
        .By("administrators", line => line.Administrators)
        .By("signin", line => line.LastSignInAt);

    /// <summary>The ids of what fits, in the order that is asked for.</summary>
    /// <param name="chosen">Only these of them; null: all.</param>
    public async Task<IQueryable<Guid>> IdsAsync(ConsoleDbContext db, ListNpposRequest request, CancellationToken ct,
        IReadOnlyList<Guid>? chosen = null)
    {
        var query = request.FewAdministrators ? db.NpposWithFewAdministrators() : db.Set<Nppo>().AsNoTracking();
        if (request.Status is { } status) query = query.Where(n => n.Status == status);
        if (chosen is not null) query = query.Where(n => chosen.Contains(n.Id));
        query = await query.FoundByAsync(db, SubjectKinds.Nppo, request.Search, countries.CodesWithWord, ct);
        return Orders.Apply(LinesOf(db, query), request.Sort, countries.Search(null).Select(country => country.Code))
            .Select(line => line.Nppo.Id);
    }

    private static IQueryable<NppoLine> LinesOf(ConsoleDbContext db, IQueryable<Nppo> nppos)
    {
        var active = db.Set<Member>().Where(m => m.Status == MemberStatus.Active);
        return nppos.Select(n => new NppoLine
        {
            Nppo = n,
            Contact = db.Set<Member>().Where(m => m.Id == n.TechnicalContactId).Select(m => EF.Property<string>(m, FollowedTexts.NameOrder))
                .FirstOrDefault(),
            Administrators = active.Count(m => m.NppoId == n.Id && m.Role == NppoRole.Administrator),
            LastSignInAt = active.Where(m => m.NppoId == n.Id)
                .Join(db.Users, m => m.UserId, u => u.Id, (_, account) => account.LastSignInAt).Max(),
        });
    }

    private static IOrderedQueryable<NppoLine> Newest(IOrderedQueryable<NppoLine> lines, bool falls)
    {
        var newest = lines.ThenByDescending(line => line.Nppo.RegisteredAt);
        return newest.ThenBy(line => line.Nppo.Id, falls);
    }
}
