using Ephyto.Domain.Common;

namespace Ephyto.Domain.Serving;

/// <content>What the hub decides of the serving organization, and with it of the exchange for the country.</content>
public sealed partial class ServedCountry
{
    /// <summary>Whether the country is served on a day: a notice whose day has come counts before it is noted.</summary>
    public bool ServesOn(DateOnly day) => Serves && !(EndsOn <= day);

    /// <summary>The serving organization has become live: from now on its connection exchanges for the country.</summary>
    public void BeginExchange(Actor actor, DateTime now)
    {
        if (ServesOn(DateOnly.FromDateTime(now)))
            Raise(new ServingBegun(Id, NppoId, ServedNppoId, CountryCode, ConnectionCode, actor, now));
    }

    /// <summary>The serving organization, which was live, is suspended. What was agreed stays agreed.</summary>
    public void InterruptExchange(Actor actor, DateTime now)
    {
        if (ServesOn(DateOnly.FromDateTime(now)))
            Raise(new ServingInterrupted(Id, NppoId, ServedNppoId, CountryCode, ConnectionCode, actor, now));
    }

    /// <summary>The suspension is lifted, and the serving organization is live.</summary>
    public void ResumeExchange(Actor actor, DateTime now)
    {
        if (ServesOn(DateOnly.FromDateTime(now)))
            Raise(new ServingResumed(Id, NppoId, ServedNppoId, CountryCode, ConnectionCode, actor, now));
    }
}
