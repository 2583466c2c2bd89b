using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Field.Access;
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
    /// <summary>Which entry each country had when the file was compared; null where it had none.</summary>
    public IReadOnlyDictionary<string, Guid?> Seen { get; } = SeenIn(Rows.Select(row => row.Change));

    public IReadOnlyList<ImportRow> Of(DirectoryChangeKind kind) => [.. Rows.Where(row => row.Change.Kind == kind)];

    /// <summary>The countries whose entries are others than in an earlier preview of the same file.</summary>
    public IReadOnlyList<Country> ChangedSince(ImportPreview earlier) =>
        [.. Rows.Concat(earlier.Rows).Select(row => row.Country).Distinct()
            .Where(country => !earlier.Seen.TryGetValue(country.Code, out var then) || !Seen.TryGetValue(country.Code, out var now)
                || then != now)];

    public static IReadOnlyDictionary<string, Guid?> SeenIn(IEnumerable<DirectoryChange> changes) =>
        changes.ToDictionary(change => change.CountryCode, change => change.Before?.Id);
}

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
        return new ImportPreview(
            [.. countries.Search(null).Where(country => changes.ContainsKey(country.Code))
                .Select(country => new ImportRow(country, changes[country.Code], open.GetValueOrDefault(country.Code)))]);
    }
}
