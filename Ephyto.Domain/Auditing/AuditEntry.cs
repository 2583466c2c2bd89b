using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ephyto.Domain.Common;

namespace Ephyto.Domain.Auditing;

/// <summary>
/// One line of the audit trail. Each line carries the hash of the line before it, so that a changed, removed or inserted
/// line shows. It names people by id only: a person can be erased without breaking the chain.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>What the first line names as the hash before it: 64 zeros.</summary>
    public static readonly string Genesis = new('0', 64);

    /// <summary>The code of what stands in for a line that cannot be read; no act has it.</summary>
    public const string UnreadableCode = "audit.unreadable";

    private AuditEntry()
    {
    }

    /// <summary>1, 2, 3 … without a gap.</summary>
    public long Sequence { get; private set; }

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTime At { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public Guid ActorId { get; private set; }

    public string Code { get; private set; } = "";

    public string SubjectKind { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    /// <summary>The organization the line belongs to, where there is one.</summary>
    public Guid? NppoId { get; private set; }

    /// <summary>JSON object of the event's facts, keys in ordinal order.</summary>
    public string Facts { get; private set; } = "{}";

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    /// <param name="head">The end of the chain so far.</param>
    /// <param name="domainEvent">What happened.</param>
    /// <param name="facts">JSON object, keys in ordinal order.</param>
    public static AuditEntry Append(AuditHead head, DomainEvent domainEvent, string facts)
    {
        var subject = domainEvent.Subjects[0];
        var nppo = domainEvent.Subjects.FirstOrDefault(s => s.Kind == SubjectKinds.Nppo);
        var entry = new AuditEntry
        {
            Sequence = head.Sequence + 1,
            At = new DateTime(domainEvent.OccurredAt.Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc),
            ActorKind = domainEvent.Actor.Kind,
            ActorId = domainEvent.Actor.Id,
            Code = domainEvent.Code,
            SubjectKind = subject.Kind,
            SubjectId = subject.Id,
            NppoId = nppo.Kind is null ? null : nppo.Id,
            Facts = facts,
            PreviousHash = head.Hash,
        };
        entry.Hash = entry.ComputeHash();
        return entry;
    }

    /// <summary>Stands in for a line whose row holds what no line can hold. It is not intact, and says nothing but its number.</summary>
    public static AuditEntry Unreadable(long sequence) => new() { Sequence = sequence, Code = UnreadableCode };

    public bool IsReadable => Code != UnreadableCode;

    /// <summary>Whether every field is as it was written.</summary>
    public bool IsIntact => At.Ticks % TimeSpan.TicksPerMillisecond == 0 && Hash == ComputeHash();

    /// <summary>SHA-256 over every field and the previous hash, lower-case hexadecimal.</summary>
    public string ComputeHash()
    {
        var text = string.Join('\u001f',
            Sequence.ToString(CultureInfo.InvariantCulture), At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ActorKind.ToString(), ActorId.ToString("N"), Code, SubjectKind, SubjectId.ToString("N"), NppoId?.ToString("N"),
            Facts, PreviousHash);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
