using Ephyto.Domain.Common;

namespace Ephyto.Domain.Auditing;

/// <summary>
/// One thing an entry is found by. It stands outside the chain: it only says where to look, and can be made again from
/// what the entries say.
/// </summary>
public sealed class AuditSubject
{
    private AuditSubject()
    {
    }

    /// <summary>One of <see cref="SubjectKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    /// <summary>Of the entry.</summary>
    public long Sequence { get; private set; }

    /// <summary>Everything the event is about, and the contact point who acted: who has no account is found here alone.</summary>
    public static IReadOnlyList<AuditSubject> Of(AuditEntry entry, DomainEvent happened) =>
    [
        .. happened.Subjects.Concat(happened.AlsoAbout).Concat(ActorOf(happened)).Distinct()
            .Select(subject => new AuditSubject { Kind = subject.Kind, SubjectId = subject.Id, Sequence = entry.Sequence }),
    ];

    private static IEnumerable<SubjectRef> ActorOf(DomainEvent happened) =>
        happened.Actor.Kind == ActorKind.ContactPoint ? [new(SubjectKinds.ContactPoint, happened.Actor.Id)] : [];
}
