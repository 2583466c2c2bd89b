using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.ContactPoints.UseCases;

/// <param name="Csv">The file, without a fault.</param>
/// <param name="Unnamed">What becomes of the countries it does not name.</param>
/// <param name="Seen">The entries that the preview compared it with (<see cref="ImportPreview.Seen"/>).</param>
internal sealed record ApplyImportRequest(DirectoryCsv Csv, UnnamedCountries Unnamed, IReadOnlyDictionary<string, Guid?> Seen);

/// <param name="Affirmed">Entries that the file names and did not change.</param>
internal sealed record ImportOutcome(int Added, int Changed, int Removed, int Affirmed)
{
    public bool ChangedNothing => Added + Changed + Removed == 0;
}

/// <summary>Writes a file into the directory, whole or not at all: what its reader saw in the preview, and nothing else.</summary>
internal sealed class ApplyImport(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<ImportOutcome>> HandleAsync(ApplyImportRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.ContactPointsEdit, ct) is { } refusal) return refusal;
        if (request.Csv.Faults.Count > 0) return ContactPointErrors.FaultyFile;

        var current = await db.Set<ContactPoint>().Where(c => c.CurrentCountryCode != null).ToListAsync(ct);
        var changes = request.Csv.ChangesTo(current, request.Unnamed);
        if (!ImportPreview.SeenIn(changes).ToHashSet().SetEquals(request.Seen)) return AccessErrors.ChangedMeanwhile;

        var counts = changes.CountBy(change => change.Kind).ToDictionary();
        var now = time.GetUtcNow().UtcDateTime;
        db.AddRange(changes.Select(change => change.Apply(actor, now)).OfType<ContactPoint>());
        // Where it is not saved nothing is written, and the preview is as good as it was.
        if (await db.TrySaveFirstAsync(ct) is { } changed) return changed;

        return new ImportOutcome(
            counts.GetValueOrDefault(DirectoryChangeKind.Added), counts.GetValueOrDefault(DirectoryChangeKind.Changed),
            counts.GetValueOrDefault(DirectoryChangeKind.Removed), counts.GetValueOrDefault(DirectoryChangeKind.Unchanged));
    }
}
