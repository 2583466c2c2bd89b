using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.Domain.Serving;

/// <content>What the contact point is told of what the connection does, when its organization changes it.</content>
public sealed partial class ServedCountry
{
    /// <summary>Changes that follow each other within this time are told by one message.</summary>
    public static readonly TimeSpan PauseOfTelling = TimeSpan.FromMinutes(10);

    /// <summary>The first change of which the contact point has not been told; null where it knows what the connection does.</summary>
    public DateTime? UntoldSince { get; private set; }

    /// <summary>When it was told of a change the last time.</summary>
    public DateTime? ToldAt { get; private set; }

    /// <summary>What the contact point was last told that the connection does; null for one that was told before that was kept.</summary>
    public ServedExchange? Told => ToldSends is { } sends && ToldReceives is { } receives ? new(sends, receives) : null;

    public bool? ToldSends { get; private set; }

    public bool? ToldReceives { get; private set; }

    /// <summary>
    /// The connection sends or receives otherwise than before: the contact point is told after a pause, and can end it. A change that
    /// is taken back until then is told to nobody.
    /// </summary>
    public void ExchangeChanged(ServedExchange from, ServedExchange to, Actor actor, DateTime now)
    {
        if (!Serves || from == to) return;

        if (Agreed is null) (AgreedSends, AgreedReceives) = (from.Sends, from.Receives);
        // What was changed before that was kept was told at once.
        if (Told is null) (ToldSends, ToldReceives) = (from.Sends, from.Receives);
        UntoldSince = to == Told ? null : UntoldSince ?? now;
        Raise(new ServingExchangeChanged(Id, NppoId, ServedNppoId, CountryCode, ConnectionCode, from, to, actor, now));
    }

    /// <summary>The pause after a change is over.</summary>
    /// <param name="does">What the connection does now.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Whether the contact point is told now.</returns>
    public bool TellChange(ServedExchange does, DateTime now)
    {
        if (!Serves || !(UntoldSince + PauseOfTelling <= now)) return false;
        Tell(does, Actor.System, now);
        return true;
    }

    /// <summary>Whether the message by which the contact point agrees to more goes out in a moment, or went out a moment ago.</summary>
    public bool IsToldRecently(DateTime now) => UntoldSince is not null || now - ToldAt < PauseOfAsking;

    /// <summary>The message by which the contact point agrees to more is sent once more.</summary>
    /// <param name="does">What the connection does now.</param>
    /// <param name="contact">What the directory has for the country now.</param>
    /// <param name="actor">The person.</param>
    /// <param name="now">UTC.</param>
    public Result TellAgain(ServedExchange does, ContactPoint? contact, Actor actor, DateTime now)
    {
        if (!AsksMore(does)) return ServingErrors.NotPossibleNow;
        if (IsToldRecently(now)) return ServingErrors.AskedRecently;
        if (!CanAnswer(contact)) return ServingErrors.NoOfficialContact;
        ContactPointId = contact!.Id;
        Tell(does, actor, now);
        return Result.Success();
    }

    /// <summary>A message on another occasion says what the connection does now: nothing of it is left to be told.</summary>
    /// <param name="does">What it says.</param>
    public void Knows(ServedExchange does) => (ToldSends, ToldReceives, UntoldSince) = (does.Sends, does.Receives, null);

    private void Tell(ServedExchange does, Actor actor, DateTime now)
    {
        var before = Told ?? does;
        Knows(does);
        ToldAt = now;
        Raise(new ServingChangeTold(Id, NppoId, ServedNppoId, CountryCode, ConnectionCode, before, does, actor, now));
    }
}
