using Ephyto.Domain.Common;

namespace Ephyto.Domain.Registrations;

/// <content>Several registrations of a country may wait for a verified address; the first one verified is the registration.</content>
public sealed partial class Registration
{
    /// <summary>Under way, and its applicant's address is not verified: it holds nothing, and stands in nobody's way.</summary>
    public bool IsUnverified => Status == RegistrationStatus.Submitted;

    /// <summary>
    /// Another registration of the country was verified first: this one can be verified only if that one ends unconfirmed.
    /// </summary>
    public Result LetPass(DateTime now)
    {
        if (!IsUnverified) return RegistrationErrors.NotPossibleNow;

        Record(new AnotherVerified(Id, CountryCode, Actor.System, now));
        return Result.Success();
    }

    /// <summary>The one that was verified first has ended and was not confirmed: this one may be verified again.</summary>
    public Result TakeTurn(DateTime now)
    {
        if (!IsUnverified) return RegistrationErrors.NotPossibleNow;

        Record(new TurnCame(Id, CountryCode, Actor.System, now));
        return Result.Success();
    }

    /// <summary>The one that was verified first is confirmed: there is nothing left to register or to recover.</summary>
    public Result EndAfterConfirmation(DateTime now)
    {
        if (!IsUnverified) return RegistrationErrors.NotPossibleNow;

        var why = Kind == RegistrationKind.Recovery
            ? Registrations.DeclineReason.StillAdministered : Registrations.DeclineReason.AlreadyRegistered;
        DeclineReason = why;
        Close(RegistrationStatus.Declined, now);
        Record(new RegistrationDeclined(Id, CountryCode, why, Actor.System, now));
        return Result.Success();
    }

    /// <summary>The same person submitted more than one and verified another of them: this one is no longer needed.</summary>
    public Result EndAsReplaced(DateTime now)
    {
        if (!IsUnverified) return RegistrationErrors.NotPossibleNow;

        Close(RegistrationStatus.Withdrawn, now);
        Record(new RegistrationReplaced(Id, CountryCode, Actor.System, now));
        return Result.Success();
    }

    /// <summary>More wait for verification than are kept: the one that waited longest ends before its time.</summary>
    public Result MakeRoom(DateTime now)
    {
        if (!IsUnverified) return RegistrationErrors.NotPossibleNow;

        Close(RegistrationStatus.Expired, now);
        Record(new RegistrationMadeRoom(Id, CountryCode, Actor.System, now));
        return Result.Success();
    }
}
