using Ephyto.Domain.Common;

namespace Ephyto.Domain.Access;

/// <summary>A means by which a person signs in changed. The person is told of every one.</summary>
public abstract record CredentialEvent(Guid UserId, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Account, UserId)];
}

public sealed record PasswordChanged(Guid UserId, Actor Actor, DateTime OccurredAt) : CredentialEvent(UserId, Actor, OccurredAt)
{
    public const string Name = "account.password-changed";

    public override string Code => Name;
}

public sealed record AuthenticatorTurnedOn(Guid UserId, Actor Actor, DateTime OccurredAt) : CredentialEvent(UserId, Actor, OccurredAt)
{
    public const string Name = "account.authenticator-on";

    public override string Code => Name;
}

public sealed record AuthenticatorTurnedOff(Guid UserId, Actor Actor, DateTime OccurredAt) : CredentialEvent(UserId, Actor, OccurredAt)
{
    public const string Name = "account.authenticator-off";

    public override string Code => Name;
}

public sealed record RecoveryCodesMade(Guid UserId, Actor Actor, DateTime OccurredAt) : CredentialEvent(UserId, Actor, OccurredAt)
{
    public const string Name = "account.recovery-codes-made";

    public override string Code => Name;
}

public sealed record RecoveryCodeUsed(Guid UserId, int Remaining, Actor Actor, DateTime OccurredAt)
    : CredentialEvent(UserId, Actor, OccurredAt)
{
    public const string Name = "account.recovery-code-used";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["remaining"] = EventFact.Number(Remaining) };
}

public sealed record PasskeyAdded(Guid UserId, Actor Actor, DateTime OccurredAt) : CredentialEvent(UserId, Actor, OccurredAt)
{
    public const string Name = "account.passkey-added";

    public override string Code => Name;
}

public sealed record PasskeyRemoved(Guid UserId, Actor Actor, DateTime OccurredAt) : CredentialEvent(UserId, Actor, OccurredAt)
{
    public const string Name = "account.passkey-removed";

    public override string Code => Name;
}

public sealed record EmailChanged(Guid UserId, Actor Actor, DateTime OccurredAt) : CredentialEvent(UserId, Actor, OccurredAt)
{
    public const string Name = "account.email-changed";

    public override string Code => Name;
}

/// <summary>An administrator took every second factor away, because the person had lost theirs.</summary>
public sealed record SecondFactorReset(Guid UserId, Guid NppoId, Actor Actor, DateTime OccurredAt)
    : CredentialEvent(UserId, Actor, OccurredAt)
{
    public const string Name = "account.second-factor-reset";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [.. base.Subjects, new(SubjectKinds.Nppo, NppoId)];
}

/// <summary>Nobody is told by e-mail: there is no address any more.</summary>
public sealed record AccountErased(Guid UserId, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "account.erased";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Account, UserId)];
}
