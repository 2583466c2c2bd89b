namespace Ephyto.Domain.Sandbox;

/// <summary>A call to the address of a connection that is still to be made. It goes when it has arrived, or is given up.</summary>
public sealed class SandboxPush
{
    /// <summary>In the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose address is called.</summary>
    public Guid NppoId { get; init; }

    public string ConnectionCode { get; init; } = "";

    public string TrackingNumber { get; init; } = "";

    /// <summary>Whether the sender is told what became of the envelope; otherwise the recipient is handed it.</summary>
    public bool TellsState { get; init; }

    /// <summary>How many were begun.</summary>
    public int Attempts { get; init; }

    /// <summary>UTC. Whoever makes the call puts it off first, so that nobody else makes it meanwhile.</summary>
    public DateTime NextAt { get; init; }
}
