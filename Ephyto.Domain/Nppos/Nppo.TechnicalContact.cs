using Ephyto.Domain.Common;

namespace Ephyto.Domain.Nppos;

/// <summary>The place of technical contact, offered to a member and not yet answered.</summary>
/// <param name="MemberId">To whom.</param>
/// <param name="OfferedBy">The account that offers it.</param>
/// <param name="OfferedAt">UTC.</param>
public sealed record TechnicalContactOffer(Guid MemberId, Guid OfferedBy, DateTime OfferedAt);

/// <summary>
/// The technical contact: always one person or, for a while, nobody. It passes when the next one accepts. Whether a member
/// is active, and may act, is asked before.
/// </summary>
public sealed partial class Nppo
{
    /// <summary>Null where nothing is offered.</summary>
    public TechnicalContactOffer? Offer { get; private set; }

    public Result OfferTechnicalContact(Guid memberId, Guid by, DateTime now)
    {
        if (Offer is not null) return TechnicalContactErrors.OfferOpen;
        if (memberId == TechnicalContactId) return TechnicalContactErrors.AlreadyContact;

        Offer = new TechnicalContactOffer(memberId, by, now);
        Raise(new TechnicalContactOffered(Id, memberId, Actor.User(by), now));
        return Result.Success();
    }

    public Result AcceptTechnicalContact(Guid memberId, Guid by, DateTime now)
    {
        if (Offer?.MemberId != memberId) return TechnicalContactErrors.NothingOffered;

        var offer = Offer;
        PassTo(memberId, Actor.User(by), now, offer.OfferedBy);
        return Result.Success();
    }

    public Result DeclineTechnicalContact(Guid memberId, Guid by, DateTime now)
    {
        if (Offer?.MemberId != memberId) return TechnicalContactErrors.NothingOffered;

        Raise(new TechnicalContactDeclined(Id, memberId, Offer.OfferedBy, Actor.User(by), now));
        Offer = null;
        return Result.Success();
    }

    public Result WithdrawTechnicalContact(Guid by, DateTime now)
    {
        if (Offer is not { } offer) return TechnicalContactErrors.NothingOffered;

        Offer = null;
        Raise(new TechnicalContactWithdrawn(Id, offer.MemberId, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>While there is nobody, an administrator steps in without an offer.</summary>
    public Result TakeTechnicalContact(Guid memberId, Guid by, DateTime now)
    {
        if (TechnicalContactId is not null) return TechnicalContactErrors.SomebodyElse;

        PassTo(memberId, Actor.User(by), now, null);
        return Result.Success();
    }

    /// <summary>Whoever leaves hands it over at once: an offer would leave the place empty until it is accepted.</summary>
    public void HandOverTechnicalContact(Guid memberId, Guid by, DateTime now) => PassTo(memberId, Actor.User(by), now, null);

    /// <summary>A member can act no longer: the place is empty, and what was offered to them is taken back.</summary>
    public void ForgetContact(Guid memberId, Actor actor, DateTime now)
    {
        if (Offer?.MemberId == memberId)
        {
            Offer = null;
            Raise(new TechnicalContactWithdrawn(Id, memberId, actor, now));
        }

        if (TechnicalContactId != memberId) return;
        TechnicalContactId = null;
        Raise(new TechnicalContactVacated(Id, memberId, actor, now));
    }

    private void PassTo(Guid memberId, Actor actor, DateTime now, Guid? offeredBy)
    {
        var before = TechnicalContactId;
        if (Offer is { } open && open.MemberId != memberId) Raise(new TechnicalContactWithdrawn(Id, open.MemberId, actor, now));
        (TechnicalContactId, Offer) = (memberId, null);
        Raise(new TechnicalContactPassed(Id, memberId, before, offeredBy, actor, now));
    }
}
