namespace Ephyto.Domain.Common;

/// <summary>What is loaded, changed and saved as a whole, and guarded by one version.</summary>
public abstract class AggregateRoot
{
    private readonly List<DomainEvent> _domainEvents = [];

    public Guid Id { get; protected set; }

    /// <summary>Counts the saves; two people changing the same state at once are told apart by it.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<DomainEvent> DomainEvents => _domainEvents;

    public void ClearDomainEvents() => _domainEvents.Clear();

    /// <summary>Called once per save by the store.</summary>
    public void AdvanceVersion() => Version++;

    protected void Raise(DomainEvent domainEvent) => _domainEvents.Add(domainEvent);
}
