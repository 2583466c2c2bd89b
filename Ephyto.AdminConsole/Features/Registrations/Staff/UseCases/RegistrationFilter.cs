using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Field.Registrations;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;

/// <summary>How long ago a registration was decided.</summary>
public enum DecidedWithin
{
    OneDay,
    OneWeek,
    OneMonth,
}

/// <summary>Which registrations are wanted: the same for the list on the page and for its file.</summary>
internal sealed class RegistrationFilter(CountryCatalogue countries, TimeProvider time)
{
    /// <summary>By the keys of the columns; of those that are alike the newest first.</summary>
    public static ListOrders<Registration> Orders { get; } = new ListOrders<Registration>("-submitted", Newest)
        .By("reference", r => r.Reference)
        .ByCountry("country", r => r.CountryCode)
        .By("organization", r => r.Organization.Name)
        .By("english", r => r.Organization.NameInEnglish)
        .ByPlace("kind", r => r.Kind)
        .ByPlace("state", r => r.Status)
        .By("representative", r => r.Representative.FamilyName)
        .By("email", r => r.Representative.Email)
        .By("language", r => r.Representative.PreferredLanguage)
        .By("submitted", r => r.SubmittedAt)
        .By("verified", r => r.VerifiedAt)
        .By("asked", r => r.AskedAt)
        .By("decided", r => r.DecidedAt)
        .By("reason", r => r.DeclineReason);

    public async Task<IQueryable<Registration>> FindAsync(ConsoleDbContext db, ListRegistrationsRequest request, CancellationToken ct) =>
        await Apply(db.Set<Registration>().AsNoTracking(), request)
            .FoundByAsync(db, SubjectKinds.Registration, request.Search, countries.CodesWithWord, ct);

    /// <summary>All but the words looked for.</summary>
    public IQueryable<Registration> Apply(IQueryable<Registration> query, ListRegistrationsRequest request)
    {
        if (request.OpenOnly) query = query.Where(r => r.OpenCountryCode != null && r.VerifiedAt != null);
        if (request.Status is { } status) query = query.Where(r => r.Status == status);
        if (request.Kind is { } kind) query = query.Where(r => r.Kind == kind);
        if (request.Language is { Length: > 0 } language) query = query.Where(r => r.Representative.PreferredLanguage == language);
        if (request.Region is { Length: > 0 } region) query = InRegion(query, region);
        if (request.Age is { } age) query = query.OfAge(age, time.GetUtcNow().UtcDateTime);
        if (request.Decided is { } decided) query = DecidedSince(query, time.GetUtcNow().UtcDateTime - SpanOf(decided));
        if (request.Month is { } month) query = OfMonth(query, month);
        return query;
    }

    /// <summary>In the order that is asked for.</summary>
    public IQueryable<Registration> Order(IQueryable<Registration> query, string? sort) =>
        Orders.Apply(query, sort, countries.Search(null).Select(country => country.Code));

    private static IOrderedQueryable<Registration> Newest(IOrderedQueryable<Registration> rows, bool falls)
    {
        var newest = rows.ThenByDescending(r => r.SubmittedAt);
        return newest.ThenBy(r => r.Id, falls);
    }

    private IQueryable<Registration> InRegion(IQueryable<Registration> query, string region)
    {
        var codes = countries.All.Where(country => country.Region == region).Select(country => country.Code).ToList();
        return query.Where(r => codes.Contains(r.CountryCode));
    }

    private static TimeSpan SpanOf(DecidedWithin within) =>
        TimeSpan.FromDays(within switch { DecidedWithin.OneDay => 1, DecidedWithin.OneWeek => 7, _ => 30 });

    private static IQueryable<Registration> DecidedSince(IQueryable<Registration> query, DateTime since) =>
        query.Where(r => r.DecidedAt >= since);

    private static IQueryable<Registration> OfMonth(IQueryable<Registration> query, DateOnly month)
    {
        var (from, to) = (month.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            month.AddMonths(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        return query.Where(r => r.SubmittedAt >= from && r.SubmittedAt < to);
    }
}
