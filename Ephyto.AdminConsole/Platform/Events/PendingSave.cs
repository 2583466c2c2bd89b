using Ephyto.AdminConsole.Platform.Live;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ephyto.AdminConsole.Platform.Events;

/// <summary>What the pipeline remembers of one context between its saves and the commit.</summary>
internal sealed class PendingSave
{
    /// <summary>The transaction the pipeline began itself, and so has to end.</summary>
    public IDbContextTransaction? OwnTransaction { get; set; }

    /// <summary>Rows the pipeline added to the save under way; taken out again if it fails.</summary>
    public List<EntityEntry> Added { get; } = [];

    /// <summary>Saved, not yet committed.</summary>
    public HashSet<LiveChange> Changes { get; } = [];
}
