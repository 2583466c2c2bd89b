using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Integration;

namespace Ephyto.AdminConsole.Platform.Integration;

/// <summary>By what the console sees that a step is done.</summary>
/// <param name="At">Since when, UTC.</param>
/// <param name="By">The account that did it, where there is one.</param>
/// <param name="TrackingNumber">Of the envelope by which it was done, where there is one.</param>
/// <param name="IsFromTest">Whether a test console saw it, and this one only took in what that one says.</param>
internal sealed record IntegrationEvidence(DateTime At, Guid? By, string? TrackingNumber = null, bool IsFromTest = false);

/// <summary>
/// A slice that knows by itself whether a step of the way to live exchange is done. Where several know of the same step, the first counts.
/// </summary>
internal interface IIntegrationEvidence
{
    IntegrationStep Step { get; }

    /// <returns>For each of the organizations where it is done.</returns>
    Task<IReadOnlyDictionary<Guid, IntegrationEvidence>> FindAsync(ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds,
        CancellationToken ct);
}
