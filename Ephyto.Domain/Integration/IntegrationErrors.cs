using Ephyto.Domain.Common;

namespace Ephyto.Domain.Integration;

public static class IntegrationErrors
{
    public static readonly DomainError AcceptedAlready = new("integration.accepted-already", "The Hub has accepted this step already.");

    public static readonly DomainError TicksItself = new("integration.ticks-itself", "This step ticks itself as soon as it is done.");

    public static readonly DomainError EvidenceNeeded =
        new("integration.evidence-needed", "Say what proves it to the Hub, such as a number, a day or a name.");

    public static readonly DomainError NothingReported = new("integration.nothing-reported",
        "Nothing was reported for this step that you could answer.");

    public static readonly DomainError NothingAnswered = new("integration.nothing-answered",
        "There is no answer of the Hub to this step that could be taken back.");

    public static readonly DomainError WordsNeeded = new("integration.words-needed", "Say what is missing. The organization reads it.");

    public static readonly DomainError GateClosed = new("integration.gate-closed", "Some steps are not done yet. The list shows which.");

    public static readonly DomainError StillServed = new("integration.still-served",
        "The connection of another organization still exchanges for this country. That has to be ended first.");

    public static readonly DomainError ServingNotBegun = new("integration.serving-not-begun",
        "The connection that is to exchange for this country exchanges nothing yet. That has to begin first.");

    public static readonly DomainError NotPossibleNow = new("integration.not-possible-now",
        "This is not possible in the state the organization is in now.");

    public static readonly DomainError ServesOthers = new("integration.serves-others",
        "Your connection serves other countries, or has asked their contact points. End that first, and take back what waits for an "
            + "answer: below, at the countries that the connections serve.");

    public static readonly DomainError SystemNameNeeded = new("integration.system-name-needed", "Say which system exchanges for you.");

    public static readonly DomainError SinceNeeded =
        new("integration.since-needed", "Give the day since which it exchanges for you. It cannot lie in the future.");

    public static readonly DomainError DirectionNeeded =
        new("integration.direction-needed", "Say whether it sends ePhytos for you, receives them, or both.");

    public static readonly DomainError NoConnectionNeeded = new("integration.no-connection-needed",
        "The system by which the organization exchanges needs no connection of its own and no digital certificate.");
}
