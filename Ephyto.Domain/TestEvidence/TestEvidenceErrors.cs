using Ephyto.Domain.Common;

namespace Ephyto.Domain.TestEvidence;

public static class TestEvidenceErrors
{
    public static readonly DomainError NotHere =
        new("test-evidence.not-here", "Only the console of Production takes in a file of evidence.");

    public static readonly DomainError NotConfigured =
        new("test-evidence.not-configured",
            "This console trusts no test console yet. Ask the technical support of the Hub to set the key of the test console.");

    public static readonly DomainError TooLarge =
        new("test-evidence.too-large", "The file is larger than 1 MB. A file of evidence is smaller.");

    public static readonly DomainError NotEvidence =
        new("test-evidence.not-evidence",
            "This is not a file of evidence. Download it from the test console, and choose it here as it is.");

    public static readonly DomainError Changed =
        new("test-evidence.changed",
            "The file was changed after the test console had signed it. Download it again, and open it in no other program before.");

    public static readonly DomainError OtherConsole =
        new("test-evidence.other-console",
            "Another console signed this file, not the test console that this one trusts. Download it from the test console of the Hub.");

    public static readonly DomainError UnknownFormat =
        new("test-evidence.unknown-format",
            "The test console wrote this file in a form that this console does not know. Tell the technical support of the Hub.");

    public static readonly DomainError NotOfTest =
        new("test-evidence.not-of-test", "This file does not speak of the test environment. Download it from the test console.");

    public static readonly DomainError OtherCountry =
        new("test-evidence.other-country", "This file speaks of another country's organization. Choose the one of yours.");

    public static readonly DomainError FromFuture =
        new("test-evidence.from-future",
            "The file says that it was made later than now. The clock of one of the consoles is wrong: tell the technical support of the "
                + "Hub.");

    public static readonly DomainError Older =
        new("test-evidence.older", "A newer file than this one was taken in before. Download a new one from the test console.");

    public static readonly DomainError TakenAlready = new("test-evidence.taken-already", "This file was taken in already.");
}
