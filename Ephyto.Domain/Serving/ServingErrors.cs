using Ephyto.Domain.Common;

namespace Ephyto.Domain.Serving;

public static class ServingErrors
{
    public static readonly DomainError NotPossibleNow =
        new("serving.not-possible-now", "This is not possible as it stands now between the connection and the country.");

    public static readonly DomainError ConnectionNotSet =
        new("serving.connection-not-set", "Nothing is exchanged by this connection yet. Set it up first.");

    public static readonly DomainError CountryNeeded = new("serving.country-needed", "Choose at least one country.");

    public static readonly DomainError Itself =
        new("serving.itself", "This is the country of the organization itself: it exchanges by its own connection.");

    public static readonly DomainError Taken =
        new("serving.taken", "A connection serves this country already, or its contact point has been asked and has not answered yet.");

    public static readonly DomainError NoOfficialContact =
        new("serving.no-official-contact",
            "The directory has no official contact point of this country with an e-mail address, so nobody can confirm. Write to the "
                + "Secretariat.");

    public static readonly DomainError SelfConfirmation =
        new("serving.self-confirmation",
            "Nobody asks and answers at once: the contact point of this country is who asked. Somebody else of the organization has to "
                + "ask.");

    public static readonly DomainError ReasonNeeded = new("serving.reason-needed", "Say why. The other side reads it.");

    public static readonly DomainError DayNeeded =
        new("serving.day-needed", "Enter the first day on which the connection no longer serves the country: today or later.");

    public static readonly DomainError EarlierDayNeeded =
        new("serving.earlier-day-needed", "Notice is given already. It can only be brought forward, to an earlier day.");
}
