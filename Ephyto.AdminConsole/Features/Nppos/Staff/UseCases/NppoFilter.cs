using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;

/// <summary>What organizations are ordered by, besides what they know themselves.</summary>
internal sealed class NppoLine
{
    public required Nppo Nppo { get; init; }

    /// <summary>Of the technical contact, as names are sorted.</summary>
    public required string? Contact { get; init; }

    public required int Administrators { get; init; }

    public required DateTime? LastSignInAt { get; init; }

    /// <summary>How many countries its connections serve.</summary>
    public required int Serves { get; init; }

    /// <summary>Whose connection serves its country, as names are sorted; empty where none does.</summary>
    public required string Through { get; init; }
}

/// <summary>Which organizations are wanted, and in what order: the same for the list on the page and for its file.</summary>
internal sealed class NppoFilter(CountryCatalogue countries, IOptions<HubOptions> hub, TimeProvider time)
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
        .By("signin", line => line.LastSignInAt)
        .By("serves", line => line.Serves)
        .By("through", line => line.Through);

    /// <summary>The ids of what fits, in the order that is asked for.</summary>
    /// <param name="chosen">Only these of them; null: all.</param>
    public async Task<IQueryable<Guid>> IdsAsync(ConsoleDbContext db, ListNpposRequest request, CancellationToken ct,
        IReadOnlyList<Guid>? chosen = null)
    {
        var query = request.FewAdministrators ? db.NpposWithFewAdministrators() : db.Set<Nppo>().AsNoTracking();
        if (request.Status is { } status) query = query.Where(n => n.Status == status);
        if (request.Serving == NppoServing.Nothing)
        {
            var silent = (await db.LiveWithoutExchangeAsync(hub.Value.Here, time.GetUtcNow().UtcDateTime, ct)).Select(n => n.Id).ToList();
            query = query.Where(n => silent.Contains(n.Id));
        }
        else if (request.Serving is { } side)
        {
            var served = ServedNow(db);
            query = side == NppoServing.Serves
                ? query.Where(n => served.Any(one => one.NppoId == n.Id))
                : query.Where(n => served.Any(one => one.CountryCode == n.CurrentCountryCode));
        }

        if (chosen is not null) query = query.Where(n => chosen.Contains(n.Id));
        query = await query.FoundByAsync(db, SubjectKinds.Nppo, request.Search, countries.CodesWithWord, ct);
        return Orders.Apply(LinesOf(db, query), request.Sort, countries.Search(null).Select(country => country.Code))
            .Select(line => line.Nppo.Id);
    }

    private IQueryable<ServedCountry> ServedNow(ConsoleDbContext db) => db.ServedNow(hub.Value.Here, time.GetUtcNow().UtcDateTime);

    private IQueryable<NppoLine> LinesOf(ConsoleDbContext db, IQueryable<Nppo> nppos)
    {
        var served = ServedNow(db);
        var active = db.Set<Member>().Where(m => m.Status == MemberStatus.Active);
        return nppos.Select(n => new NppoLine
        {
            Nppo = n,
            Contact = db.Set<Member>().Where(m => m.Id == n.TechnicalContactId).Select(m => EF.Property<string>(m, FollowedTexts.NameOrder))
                .FirstOrDefault(),
            Administrators = active.Count(m => m.NppoId == n.Id && m.Role == NppoRole.Administrator),
            LastSignInAt = active.Where(m => m.NppoId == n.Id)
                .Join(db.Users, m => m.UserId, u => u.Id, (_, account) => account.LastSignInAt).Max(),
            Serves = served.Count(one => one.NppoId == n.Id),
            Through = served.Where(one => one.CountryCode == n.CurrentCountryCode)
                .Join(db.Set<Nppo>(), one => one.NppoId, other => other.Id,
                    (_, other) => EF.Property<string>(other, FollowedTexts.NameOrder))
                .FirstOrDefault() ?? "",
        });
    }

    private static IOrderedQueryable<NppoLine> Newest(IOrderedQueryable<NppoLine> lines, bool falls)
    {
        var newest = lines.ThenByDescending(line => line.Nppo.RegisteredAt);
        return newest.ThenBy(line => line.Nppo.Id, falls);
    }
}
