using Ephyto.Domain.Common;

namespace Ephyto.Domain.Nppos;

public static class TechnicalContactErrors
{
    public static readonly DomainError OfferOpen =
        new("technical-contact.offer-open", "It is offered to somebody already. Withdraw that offer first.");

    public static readonly DomainError AlreadyContact = new("technical-contact.already-contact",
        "This person is the technical contact already.");

    public static readonly DomainError NothingOffered = new("technical-contact.nothing-offered", "There is no such offer, or no longer.");

    public static readonly DomainError SomebodyElse =
        new("technical-contact.somebody-else", "There is a technical contact already. It is handed over by an offer.");

    public static readonly DomainError NotActive = new("technical-contact.not-active",
        "The technical contact is an active member of the organisation.");
}
