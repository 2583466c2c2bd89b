using Ephyto.Domain.Common;

namespace Ephyto.Domain.Letters;

public static class LetterErrors
{
    public static readonly DomainError AlreadyRequested =
        new("letter.already-requested",
            "A letter has been asked for already and is with the Secretariat. One request at a time can be open.");

    public static readonly DomainError NotAMember =
        new("letter.not-a-member", "The organization is suspended or closed. Its participation cannot be confirmed now.");

    public static readonly DomainError AddresseeNotWritable =
        new("letter.addressee-not-writable",
            "The letter cannot carry these characters. Write the addressee in Latin, Greek or Cyrillic script.");

    public static readonly DomainError WordsNeeded = new("letter.words-needed", "Say why. Whoever asked for the letter reads it.");

    public static readonly DomainError NotYours = new("letter.not-yours",
        "The contact point asked for this letter, and only the contact point takes the request back.");

    public static readonly DomainError StillRequested = new("letter.still-requested", "The letter has not been issued yet.");

    public static readonly DomainError AlreadyIssued =
        new("letter.already-issued", "The letter has been issued meanwhile. Look at it as it is now.");

    public static readonly DomainError AlreadyDeclined =
        new("letter.already-declined", "The request has been declined meanwhile. Look at it as it is now.");

    public static readonly DomainError AlreadyCancelled =
        new("letter.already-cancelled", "Who asked for the letter took the request back meanwhile.");

    public static readonly DomainError AlreadyWithdrawn =
        new("letter.already-withdrawn", "The letter has been withdrawn meanwhile. Look at it as it is now.");

    public static readonly DomainError FactsChanged =
        new("letter.facts-changed",
            "The state of the organization has changed since you looked at the preview. Look at it again, then decide.");

    /// <summary>Why an act that needs another state is not possible: what has become of the letter.</summary>
    public static DomainError Because(LetterStatus status) => status switch
    {
        LetterStatus.Requested => StillRequested,
        LetterStatus.Issued => AlreadyIssued,
        LetterStatus.Declined => AlreadyDeclined,
        LetterStatus.Cancelled => AlreadyCancelled,
        _ => AlreadyWithdrawn,
    };
}
