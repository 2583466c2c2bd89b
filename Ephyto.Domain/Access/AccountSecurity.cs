using Ephyto.Domain.Common;

namespace Ephyto.Domain.Access;

/// <summary>The means by which a person signs in, and what happened to them. The id is the account's.</summary>
public sealed class AccountSecurity : AggregateRoot
{
    private AccountSecurity()
    {
    }

    /// <summary>The secret shared with the authenticator app, encrypted; null without one.</summary>
    public string? AuthenticatorKey { get; private set; }

    public DateTime? AuthenticatorSince { get; private set; }

    /// <summary>The time step whose code was used last: neither it nor an earlier one is taken again.</summary>
    public long LastTimeStep { get; private set; }

    public bool HasAuthenticator => AuthenticatorKey is not null;

    public static AccountSecurity Of(Guid userId) => new() { Id = userId };

    public Result TurnOnAuthenticator(string protectedKey, long timeStep, Actor actor, DateTime now)
    {
        if (HasAuthenticator) return AccountErrors.AuthenticatorIsOn;

        (AuthenticatorKey, AuthenticatorSince, LastTimeStep) = (protectedKey, now, timeStep);
        Raise(new AuthenticatorTurnedOn(Id, actor, now));
        return Result.Success();
    }

    /// <param name="isNeeded">The person's role asks for a second factor, and there is no other.</param>
    /// <param name="actor">Who.</param>
    /// <param name="now">When.</param>
    public Result TurnOffAuthenticator(bool isNeeded, Actor actor, DateTime now)
    {
        if (!HasAuthenticator) return AccountErrors.AuthenticatorIsOff;
        if (isNeeded) return AccountErrors.SecondFactorNeeded;

        (AuthenticatorKey, AuthenticatorSince) = (null, null);
        Raise(new AuthenticatorTurnedOff(Id, actor, now));
        return Result.Success();
    }

    public void ResetSecondFactor(Guid nppoId, Actor actor, DateTime now)
    {
        (AuthenticatorKey, AuthenticatorSince) = (null, null);
        Raise(new SecondFactorReset(Id, nppoId, actor, now));
    }

    public void NotePassword(Actor actor, DateTime now) => Raise(new PasswordChanged(Id, actor, now));

    public void NoteEmail(Actor actor, DateTime now) => Raise(new EmailChanged(Id, actor, now));

    public void NoteRecoveryCodes(Actor actor, DateTime now) => Raise(new RecoveryCodesMade(Id, actor, now));

    public void NoteRecoveryCode(int remaining, DateTime now) => Raise(new RecoveryCodeUsed(Id, remaining, Actor.User(Id), now));

    public void NotePasskeyAdded(Actor actor, DateTime now) => Raise(new PasskeyAdded(Id, actor, now));

    /// <summary>The account is a shell from now on.</summary>
    public void NoteErasure(Actor actor, DateTime now)
    {
        (AuthenticatorKey, AuthenticatorSince) = (null, null);
        Raise(new AccountErased(Id, actor, now));
    }

    public Result NotePasskeyRemoved(bool isNeeded, Actor actor, DateTime now)
    {
        if (isNeeded) return AccountErrors.SecondFactorNeeded;
        Raise(new PasskeyRemoved(Id, actor, now));
        return Result.Success();
    }
}
