using System.Security.Cryptography;
using Ephyto.Domain.Common;

namespace Ephyto.Domain.Registrations;

/// <summary>
/// A file on which the Secretariat rests its decision of an escalated registration, such as a signed letter. It never changes.
/// </summary>
public sealed class EvidenceFile : AggregateRoot
{
    /// <summary>With one decision.</summary>
    public const int MostFiles = 5;

    private EvidenceFile()
    {
    }

    public Guid RegistrationId { get; private set; }

    /// <summary>A file's name without folders.</summary>
    public string Name { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    /// <summary>The account that attached it.</summary>
    public Guid AttachedBy { get; private set; }

    public DateTime AttachedAt { get; private set; }

    /// <param name="registrationId">What it is evidence of.</param>
    /// <param name="name">Cleaned.</param>
    /// <param name="contentType">As the content showed, not as the name says.</param>
    /// <param name="content">The whole file, already checked.</param>
    /// <param name="officer">Who decides.</param>
    /// <param name="now">UTC.</param>
    public static EvidenceFile Attach(Guid registrationId, string name, string contentType, byte[] content, Actor officer, DateTime now)
    {
        var file = new EvidenceFile
        {
            Id = Guid.CreateVersion7(),
            RegistrationId = registrationId,
            Name = name,
            ContentType = contentType,
            Size = content.Length,
            Hash = Convert.ToHexStringLower(SHA256.HashData(content)),
            Content = content,
            AttachedBy = officer.Id,
            AttachedAt = now,
        };
        file.Raise(new EvidenceAttached(registrationId, file.Hash, file.Size, officer, now));
        return file;
    }
}

/// <param name="Hash">SHA-256 of the file: the audit trail shows that it is still the same.</param>
/// <param name="Size">In bytes.</param>
public sealed record EvidenceAttached(Guid RegistrationId, string Hash, long Size, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "registration.evidence-attached";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Registration, RegistrationId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["sha256"] = EventFact.Words(Hash), ["size"] = EventFact.Number(Size) };
}
