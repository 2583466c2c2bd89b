using Ephyto.Domain.Common;

namespace Ephyto.Domain.IntegrationDocuments;

public static class DocumentErrors
{
    public static readonly DomainError TitleNeeded = new("document.title-needed", "Give the document a title.");

    public static readonly DomainError NotesNeeded = new("document.notes-needed",
        "Say what is new. Those who have the version before read it.");

    public static readonly DomainError SameContent = new("document.same-content", "This file is in the library already, byte for byte.");

    public static readonly DomainError OlderThanCurrent = new("document.older-than-current", "A newer version is published already.");

    public static readonly DomainError NotPossibleNow = new("document.not-possible-now",
        "This is not possible in the state the version is in now.");

    public static readonly DomainError Empty = new("document.empty", "The file is empty.");

    public static readonly DomainError TooLarge = new("document.too-large", "The file is larger than the library takes.");

    public static readonly DomainError NotAllowedKind =
        new("document.not-allowed-kind", "The content of this file is not PDF, Markdown, WSDL, XSD or ZIP, or does not match its name.");

    public static readonly DomainError Unsafe =
        new("document.unsafe",
            "This file holds something the library does not take: active content, an entity declaration, an archive that unpacks to too "
                + "much, or more inside itself than can be read.");

    public static readonly DomainError PrivateKey =
        new("document.private-key", "This file holds a private key. Whoever has seen it can use it: do not use that key any more.");
}
