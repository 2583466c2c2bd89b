using Ephyto.Domain.Common;

namespace Ephyto.Domain.Serving;

/// <summary>A serving organization has become live: its connection exchanges for the country from now on.</summary>
public sealed record ServingBegun(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, Actor Actor, DateTime OccurredAt)
    : ServingEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, Actor, OccurredAt)
{
    public const string Name = "serving.begun";

    public override string Code => Name;
}

/// <summary>The hub has suspended a serving organization that was live: as long as that lasts, nothing is exchanged.</summary>
public sealed record ServingInterrupted(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, Actor Actor, DateTime OccurredAt)
    : ServingEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, Actor, OccurredAt)
{
    public const string Name = "serving.interrupted";

    public override string Code => Name;
}

/// <summary>The suspension is lifted: the connection exchanges for the country.</summary>
public sealed record ServingResumed(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, Actor Actor, DateTime OccurredAt)
    : ServingEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, Actor, OccurredAt)
{
    public const string Name = "serving.resumed";

    public override string Code => Name;
}
