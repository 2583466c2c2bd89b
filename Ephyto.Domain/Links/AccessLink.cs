namespace Ephyto.Domain.Links;

/// <summary>What a link in an e-mail is for. A link opens its own purpose and nothing else.</summary>
public enum LinkPurpose
{
    VerifyEmail,
    ApplicantTracker,
    ContactPointDecision,
    ActivateAccount,
    ResetPassword,
    HubSetup,
    ConfirmOldEmail,
    ConfirmNewEmail,
    ActivateHubUser,
    LetterRequest,
    LetterDownload,

    /// <summary>Whether a connection of others serves the country: to confirm, to decline, and to end it.</summary>
    ServedCountry,
}

public enum LinkState
{
    Open,
    Used,
    Revoked,
    Expired,
}

/// <summary>
/// The stored half of a secret link. The secret itself leaves the console once, in the e-mail; here lies its SHA-256 only.
/// </summary>
public sealed class AccessLink
{
    private AccessLink()
    {
    }

    public AccessLink(LinkPurpose purpose, Guid subjectId, Guid holderId, string secretHash, DateTime issuedAt, DateTime expiresAt)
    {
        Id = Guid.CreateVersion7();
        (Purpose, SubjectId, HolderId, SecretHash, IssuedAt, ExpiresAt) = (purpose, subjectId, holderId, secretHash, issuedAt, expiresAt);
    }

    public Guid Id { get; private set; }

    public LinkPurpose Purpose { get; private set; }

    /// <summary>What it opens: the registration, the member.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>For whom it was made: the contact point, or the subject itself.</summary>
    public Guid HolderId { get; private set; }

    /// <summary>SHA-256 of the secret, 64 hexadecimal digits.</summary>
    public string SecretHash { get; private set; } = "";

    public DateTime IssuedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public LinkState StateAt(DateTime now) =>
        UsedAt is not null ? LinkState.Used
        : RevokedAt is not null ? LinkState.Revoked
        : ExpiresAt <= now ? LinkState.Expired
        : LinkState.Open;

    public void Revoke(DateTime now) => RevokedAt ??= now;
}
