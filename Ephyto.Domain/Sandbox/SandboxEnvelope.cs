using Ephyto.Domain.Common;

namespace Ephyto.Domain.Sandbox;

/// <summary>What stands in the header of an envelope, as its sender wrote it.</summary>
/// <param name="From">The code of a connection, or of a partner of the sandbox.</param>
/// <param name="To">The same.</param>
/// <param name="CertificateType">The Hub's number, such as 851.</param>
/// <param name="CertificateStatus">The Hub's number, such as 70.</param>
public sealed record EnvelopeAddress(string From, string To, int CertificateType, int CertificateStatus, string CertificateNumber);

/// <summary>A copy that a channel got.</summary>
/// <param name="Code">Of the channel.</param>
public sealed record SandboxForwarding(string Code, string TrackingNumber);

/// <summary>An envelope that the sandbox keeps. It raises no events: test traffic is no act of a person.</summary>
public sealed class SandboxEnvelope : AggregateRoot
{
    /// <summary>Longest code kept, so that a wrong one can be shown.</summary>
    public const int MaximumCode = 20;
    public const int MaximumCertificateNumber = 100;
    public const int MaximumTrackingNumber = 36;
    public const int MaximumWords = 2000;

    private SandboxEnvelope()
    {
    }

    /// <summary>Unique in the store.</summary>
    public string TrackingNumber { get; private set; } = "";

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    public int CertificateType { get; private set; }

    public int CertificateStatus { get; private set; }

    public string CertificateNumber { get; private set; } = "";

    public EnvelopeForm Form { get; private set; }

    /// <summary>Whose connection sent it; null for a partner of the sandbox.</summary>
    public Guid? FromNppoId { get; private set; }

    /// <summary>Whose connection gets it; null for a partner, a channel, or nobody.</summary>
    public Guid? ToNppoId { get; private set; }

    /// <summary>To the character as it came; null where none came.</summary>
    public string? Content { get; private set; }

    /// <summary>In UTF-8.</summary>
    public int ContentBytes { get; private set; }

    public TrackingState State { get; private set; }

    public DateTime StateSince { get; private set; }

    /// <summary>What the recipient said to it, or why it was not taken. In English: it goes to systems.</summary>
    public string? Words { get; private set; }

    public IReadOnlyList<SandboxForwarding> Forwardings { get; private set; } = [];

    /// <summary>The tracking number of the envelope of which this one is a channel's copy.</summary>
    public string? CopyOf { get; private set; }

    public DateTime SentAt { get; private set; }

    /// <summary>
    /// When its recipient fetched it for the first time, or it reached the recipient's address; null where it was acknowledged without
    /// either.
    /// </summary>
    public DateTime? FetchedAt { get; private set; }

    /// <summary>When a partner of the sandbox answers it; null where none will.</summary>
    public DateTime? PartnerAnswersAt { get; private set; }

    public bool IsPending => State == TrackingState.PendingDelivery;

    /// <param name="address">As the sender wrote it.</param>
    /// <param name="form">How it came.</param>
    /// <param name="content">As it came.</param>
    /// <param name="bytes">Of the content, in UTF-8.</param>
    /// <param name="now">UTC.</param>
    public static SandboxEnvelope Send(EnvelopeAddress address, EnvelopeForm form, string? content, int bytes, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        TrackingNumber = Guid.CreateVersion7().ToString("D"),
        From = FreeText.Beginning(address.From, MaximumCode),
        To = FreeText.Beginning(address.To, MaximumCode),
        CertificateType = address.CertificateType,
        CertificateStatus = address.CertificateStatus,
        CertificateNumber = FreeText.Beginning(address.CertificateNumber, MaximumCertificateNumber),
        Form = form,
        Content = content,
        ContentBytes = bytes,
        State = TrackingState.PendingDelivery,
        StateSince = now,
        SentAt = now,
    };

    /// <summary>Says which organizations see it.</summary>
    public void BelongTo(Guid? fromNppoId, Guid? toNppoId) => (FromNppoId, ToNppoId) = (fromNppoId, toNppoId);

    /// <summary>It is not taken. The content is not kept: nobody will ever fetch it.</summary>
    public void Refuse(string words, DateTime now)
    {
        (Content, ToNppoId) = (null, null);
        MoveTo(TrackingState.FailedDelivery, words, now);
    }

    /// <summary>A channel got a copy; where it gets the envelope instead of the recipient, the recipient is not offered it.</summary>
    public void Forward(SandboxForwarding forwarding, bool isInstead, DateTime now)
    {
        Forwardings = [.. Forwardings, forwarding];
        if (isInstead && IsPending) MoveTo(TrackingState.Delivered, null, now);
    }

    /// <summary>The copy for a channel, which takes everything at once.</summary>
    public SandboxEnvelope CopyFor(string channel, DateTime now)
    {
        var copy = Send(new(From, channel, CertificateType, CertificateStatus, CertificateNumber), Form, null, ContentBytes, now);
        copy.CopyOf = TrackingNumber;
        copy.BelongTo(FromNppoId, null);
        copy.MoveTo(TrackingState.Delivered, null, now);
        return copy;
    }

    public void Fetch(DateTime now) => FetchedAt ??= now;

    /// <summary>What is finished nobody answers any more.</summary>
    public void LetPartnerAnswer(DateTime at)
    {
        if (IsPending) PartnerAnswersAt = at;
    }

    /// <summary>Its recipient says what became of it. The first word stays.</summary>
    /// <returns>Whether this was the first.</returns>
    public bool Acknowledge(TrackingState state, string? words, DateTime now)
    {
        if (!IsPending) return false;
        MoveTo(state, words, now);
        return true;
    }

    private void MoveTo(TrackingState state, string? words, DateTime now) =>
        (State, StateSince, Words, PartnerAnswersAt) =
            (state, now, words is { Length: > 0 } ? FreeText.Beginning(words, MaximumWords) : null, null);
}
