using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.ContactPoints;

internal static class ContactPointErrors
{
    public static readonly DomainError NameNeeded = new("contact-point.name-needed", "Enter the family name, or the name of the office.");

    public static readonly DomainError InvalidEmail =
        new("contact-point.invalid-email", "Enter an e-mail address such as name@example.org.");

    public static readonly DomainError UnknownLanguage = new("contact-point.unknown-language", "Choose one of the languages.");

    public static readonly DomainError UnknownKind = new("contact-point.unknown-kind", "Choose what kind of contact this is.");

    public static readonly DomainError FaultyFile =
        new("contact-point.faulty-file", "Nothing of a file is applied while there is something to mend in it.");
}
