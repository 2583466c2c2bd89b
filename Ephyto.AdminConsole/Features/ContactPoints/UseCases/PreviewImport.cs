using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.ContactPoints.UseCases;

internal sealed record PreviewImportRequest(DirectoryCsv Csv, UnnamedCountries Unnamed);

/// <summary>What applying a file would do: one row for each country it concerns, in the order of the reader's language.</summary>
public sealed record ImportPreview(IReadOnlyList<ImportRow> Rows)
{
    /// <summary>What each country had when the file was compared.</summary>
    public IReadOnlyDictionary<string, SeenCountry> Seen { get; } = SeenIn(Rows.Select(row => (row.Change, row.Party)));

    public IReadOnlyList<ImportRow> Of(DirectoryChangeKind kind) => [.. Rows.Where(row => row.Kind == kind)];

    /// <summary>The countries whose entries are others than in an earlier preview of the same file.</summary>
    public IReadOnlyList<Country> ChangedSince(ImportPreview earlier) =>
        [.. Rows.Concat(earlier.Rows).Select(row => row.Country).Distinct()
            .Where(country => !earlier.Seen.TryGetValue(country.Code, out var then) || !Seen.TryGetValue(country.Code, out var now)
                || then != now)];

    public static IReadOnlyDictionary<string, SeenCountry> SeenIn(IEnumerable<(DirectoryChange Change, PartyChange? Party)> changes) =>
        changes.ToDictionary(of => of.Change.CountryCode, of => new SeenCountry(of.Change.Before?.Id, of.Party?.Before));
}

/// <param name="EntryId">Of its contact; null where it had none.</param>
/// <param name="Party">How it stood to the Convention, where the file speaks of that.</param>
public sealed record SeenCountry(Guid? EntryId, Party? Party = null);

/// <summary>Compares a file with the directory of today. It changes nothing.</summary>
internal sealed class PreviewImport(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries)
{
    public async Task<Result<ImportPreview>> HandleAsync(PreviewImportRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.ContactPointsEdit, ct) is { } refusal) return refusal;

        var current = await db.Set<ContactPoint>().AsNoTracking().Where(c => c.CurrentCountryCode != null).ToListAsync(ct);
        var open = await db.Set<Registration>().AsNoTracking().Where(r => r.OpenCountryCode != null && r.VerifiedAt != null)
            .Select(WaitingRegistration.Of).ToDictionaryAsync(r => r.CountryCode, ct);
        var changes = request.Csv.ChangesTo(current, request.Unnamed).ToDictionary(change => change.CountryCode);
        var parties = await db.PartiesAsync(ct);
        var said = request.Csv.PartiesAfter(code => parties.Of(countries.Find(code)!));
        return new ImportPreview(
            [.. countries.Search(null).Where(country => changes.ContainsKey(country.Code))
                .Select(country => new ImportRow(
                    country, changes[country.Code], open.GetValueOrDefault(country.Code), said.GetValueOrDefault(country.Code)))]);
    }
}
