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

    public static readonly DomainError ExchangesItself =
        new("serving.exchanges-itself", "The country exchanges by a connection of its own.");

    public static readonly DomainError IsServed =
        new("serving.is-served", "Your own country is served by the connection of another organization, or is to be.");

    public static readonly DomainError ConnectionChanged =
        new("serving.connection-changed",
            "What the connection sends and receives was changed since this page was loaded. Read what it says now, then confirm again.");

    public static readonly DomainError NotRead =
        new("serving.not-read", "Tick that you have read what the connection does for your country. Then confirm.");

    public static readonly DomainError AgreementChanged =
        new("serving.agreement-changed",
            "Somebody else has given notice, or changed what is agreed, since this page was loaded. Read how it stands now, then go on.");

    public static readonly DomainError Taken =
        new("serving.taken", "A connection serves this country already, or its contact point has been asked and has not answered yet.");

    public static readonly DomainError DeclinedRecently =
        new("serving.declined-recently", "Its contact point has declined a short time ago. It can be asked again after 30 days.");

    public static readonly DomainError TooManyAsked =
        new("serving.too-many-asked",
            "An organization asks at most 30 contact points within a day, and at most 30 of its questions wait for an answer at a time. "
                + "Go on tomorrow, or when some have answered.");

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

    public static readonly DomainError DayTooFar =
        new("serving.day-too-far", "Enter a day of the next two years.");

    public static readonly DomainError AskedRecently =
        new("serving.asked-recently", "The message was sent a short time ago. Please wait a moment before you send it again.");

    public static readonly DomainError EarlierDayNeeded =
        new("serving.earlier-day-needed", "Notice is given already. It can only be brought forward, to an earlier day.");

    /// <summary>Those that complain of the day on which it ends.</summary>
    public static IReadOnlyList<DomainError?> OfDay { get; } = [DayNeeded, DayTooFar, EarlierDayNeeded];
}
