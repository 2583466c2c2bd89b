using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Integration;

namespace Ephyto.AdminConsole.Platform.Integration;

/// <summary>By what the console sees that a step is done.</summary>
/// <param name="At">Since when, UTC.</param>
/// <param name="By">The account that did it, where there is one.</param>
internal sealed record IntegrationEvidence(DateTime At, Guid? By);

/// <summary>A slice that knows by itself whether a step of the way to live exchange is done. One for each step at most.</summary>
internal interface IIntegrationEvidence
{
    IntegrationStep Step { get; }

    /// <returns>For each of the organizations where it is done.</returns>
    Task<IReadOnlyDictionary<Guid, IntegrationEvidence>> FindAsync(ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds,
        CancellationToken ct);
}
