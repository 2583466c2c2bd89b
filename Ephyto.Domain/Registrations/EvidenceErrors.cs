using Ephyto.Domain.Common;

namespace Ephyto.Domain.Registrations;

public static class EvidenceErrors
{
    public static readonly DomainError NotAllowedKind = new("evidence.not-allowed-kind", "Attach a PDF, PNG or JPEG file.");

    public static readonly DomainError TooLarge = new("evidence.too-large", "A file may have 10 MB at most.");

    public static readonly DomainError TooMany = new("evidence.too-many", "Attach five files at most.");

    public static readonly DomainError Unsafe = new("evidence.unsafe",
        "This PDF holds a script or another file. Print it to a new PDF and attach that.");
}
