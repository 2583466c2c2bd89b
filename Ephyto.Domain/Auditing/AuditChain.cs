namespace Ephyto.Domain.Auditing;

/// <summary>What is wrong with an entry of the audit trail.</summary>
public enum AuditFault
{
    /// <summary>Its fields do not give its hash.</summary>
    Changed,

    /// <summary>It is not there, though later ones are.</summary>
    Missing,

    /// <summary>It stands between two that belong together, or before the first.</summary>
    Inserted,

    /// <summary>It names another entry before it than the one that is there: one of the two was exchanged.</summary>
    Unlinked,

    /// <summary>It is not there, though it was when the head was exported: the end was cut off.</summary>
    CutOff,

    /// <summary>It is not the one whose hash was exported: the chain was written anew.</summary>
    OtherHead,
}

/// <param name="Sequence">The first entry that is not as it should be.</param>
public sealed record AuditBreak(long Sequence, AuditFault Fault);

/// <param name="Entries">How many entries hold, from the first on.</param>
/// <param name="Head">The last of them.</param>
/// <param name="Break">Null where the whole chain holds.</param>
public sealed record AuditVerdict(long Entries, AuditHead Head, AuditBreak? Break);

/// <summary>Walks the audit trail, entry by entry in the order of their numbers, and stops at the first that does not hold.</summary>
/// <param name="known">A head exported earlier, if there is one.</param>
public sealed class AuditChain(AuditHead? known)
{
    private AuditHead _head = AuditHead.Empty;
    private string? _beforeHead;
    private long _entries;
    private AuditBreak? _break;

    /// <returns>False where the chain is broken: nothing after that proves anything.</returns>
    public bool Add(AuditEntry entry)
    {
        _break ??= BreakAt(entry.Sequence) ?? BreakAt(entry);
        if (_break is not null) return false;
        (_beforeHead, _head) = (_head.Hash, new(entry.Sequence, entry.Hash));
        _entries++;
        return true;
    }

    /// <summary>The row of this number holds what no entry can hold.</summary>
    public void AddUnreadable(long sequence) => _break ??= BreakAt(sequence) ?? new(sequence, AuditFault.Changed);

    public AuditVerdict Finish() => new(_entries, _head, _break ?? BreakAtTheEnd());

    private AuditBreak? BreakAt(long sequence)
    {
        var expected = _head.Sequence + 1;
        return sequence < expected ? new(sequence, AuditFault.Inserted) : sequence > expected ? new(expected, AuditFault.Missing) : null;
    }

    private AuditBreak? BreakAt(AuditEntry entry)
    {
        if (entry.PreviousHash != _head.Hash)
        {
            // It follows the one before the last: that last one came in between.
            return entry.PreviousHash == _beforeHead ? new(_head.Sequence, AuditFault.Inserted) : new(entry.Sequence, AuditFault.Unlinked);
        }

        if (!entry.IsIntact) return new(entry.Sequence, AuditFault.Changed);
        return known is not null && known.Sequence == entry.Sequence && known.Hash != entry.Hash
            ? new(entry.Sequence, AuditFault.OtherHead) : null;
    }

    private AuditBreak? BreakAtTheEnd() =>
        known is null ? null
        : known.Sequence > _head.Sequence ? new(_head.Sequence + 1, AuditFault.CutOff)
        : known.Sequence == 0 && known.Hash != AuditEntry.Genesis ? new(0, AuditFault.OtherHead)
        : null;
}
