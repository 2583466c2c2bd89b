using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Integration;

namespace Ephyto.AdminConsole.Platform.Integration;

/// <summary>What a slice saw of a step that another one ticks, and where the step can be tried.</summary>
internal interface IIntegrationRemark
{
    /// <summary>The page of the organization on which the step is tried in this console; null where there is none.</summary>
    /// <param name="step">The step.</param>
    string? PageFor(IntegrationStep step);

    /// <summary>The page with the calls about an envelope; null where this console has none.</summary>
    /// <param name="trackingNumber">Of the envelope.</param>
    /// <param name="forHub">Whether it is the hub's page, not the organization's.</param>
    string? CallsAbout(string trackingNumber, bool forHub);

    /// <returns>When what the step is about was seen in use for the first time, UTC; it ticks nothing.</returns>
    Task<IReadOnlyDictionary<(IntegrationStep Step, Guid NppoId), DateTime>> FindAsync(
        ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds, CancellationToken ct);

    /// <returns>Connections of an organization that are called, and have taken no call since their settings changed.</returns>
    Task<IReadOnlyList<UntriedAddress>> FindUntriedAsync(ConsoleDbContext db, Guid nppoId, CancellationToken ct);
}

/// <summary>The address of a connection of which nobody knows yet whether it takes what it is called for.</summary>
/// <param name="Connection">The code.</param>
/// <param name="FailedAt">When it did not take the last call, UTC; null where it was not called since its settings changed.</param>
/// <param name="Page">The page of the organization on which it is tested.</param>
public sealed record UntriedAddress(string Connection, DateTime? FailedAt, string Page);
