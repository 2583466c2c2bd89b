using Ephyto.Domain.Common;

namespace Ephyto.Domain.Connections;

public abstract record ConnectionEvent(Guid NppoId, Guid ConnectionId, string RoutingCode, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId)];

    public override IReadOnlyDictionary<string, string?> Facts => new Dictionary<string, string?> { ["connection"] = RoutingCode };
}

public sealed record ConnectionAdded(Guid NppoId, Guid ConnectionId, string RoutingCode, Actor Actor, DateTime OccurredAt)
    : ConnectionEvent(NppoId, ConnectionId, RoutingCode, Actor, OccurredAt)
{
    public override string Code => "connection.added";
}

public sealed record ConnectionChanged(Guid NppoId, Guid ConnectionId, string RoutingCode, Actor Actor, DateTime OccurredAt)
    : ConnectionEvent(NppoId, ConnectionId, RoutingCode, Actor, OccurredAt)
{
    public override string Code => "connection.changed";
}
