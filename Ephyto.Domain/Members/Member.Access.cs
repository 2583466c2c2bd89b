using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.Domain.Members;

/// <summary>Why a membership rests.</summary>
public enum SuspensionReason
{
    ByAdministrator,
    RoleEnded,
}

/// <summary>How far the end of a role has been announced.</summary>
public enum RoleEndNotice
{
    None,
    Reminded,

    /// <summary>The day has passed, and the role goes on, because the organization has no other administrator.</summary>
    Held,
}

/// <summary>
/// What happens to the access of somebody who has an account. Every method that could take an administrator away is told
/// how many others are active; whoever calls it has to keep that number true until the save.
/// </summary>
public sealed partial class Member
{
    /// <summary>Days before the end of a role at which people are reminded of it.</summary>
    public const int RoleEndReminderDays = 7;

    /// <summary>Whether the last day of a role has passed. A role without one never ends.</summary>
    public static bool IsOver(DateOnly? lastDay, DateTime now) => lastDay < DateOnly.FromDateTime(now);

    public Result ChangeRole(NppoRole role, DateOnly? lastDay, Guid by, int otherAdministrators, DateTime now)
    {
        if (Status != MemberStatus.Active) return MemberErrors.NotPossibleNow;
        if (UserId == by) return MemberErrors.NotYourself;
        if (role == Role && lastDay == RoleLastDay) return MemberErrors.SameRole;
        if (IsOver(lastDay, now)) return MemberErrors.EndNotAhead;
        if (role != NppoRole.Administrator && IsLastAdministrator(otherAdministrators)) return MemberErrors.LastAdministrator;

        var (before, lastDayBefore) = (Role, RoleLastDay);
        Grant(role, lastDay, now);
        ChangedBy = by;
        Raise(new MemberRoleChanged(Id, NppoId, UserId, before, role, lastDayBefore, lastDay, Actor.User(by), now));
        return Result.Success();
    }

    public Result Suspend(string? words, Guid by, int otherAdministrators, DateTime now)
    {
        if (Status != MemberStatus.Active) return MemberErrors.NotPossibleNow;
        if (UserId == by) return MemberErrors.NotYourself;
        if (FreeText.Clean(words) is not { } said) return MemberErrors.WordsNeeded;
        if (IsLastAdministrator(otherAdministrators)) return MemberErrors.LastAdministrator;

        (Words, ChangedBy) = (said, by);
        Rest(Members.SuspensionReason.ByAdministrator, Actor.User(by), now);
        return Result.Success();
    }

    public Result Reactivate(NppoRole role, DateOnly? lastDay, Guid by, DateTime now)
    {
        if (Status != MemberStatus.Suspended) return MemberErrors.NotPossibleNow;
        if (UserId == by) return MemberErrors.NotYourself;
        if (IsOver(lastDay, now)) return MemberErrors.EndNotAhead;

        Grant(role, lastDay, now);
        (Words, ChangedBy, SuspensionReason) = (null, by, null);
        MoveTo(MemberStatus.Active, now);
        Raise(new MemberReactivated(Id, NppoId, UserId, role, Actor.User(by), now));
        return Result.Success();
    }

    public Result Remove(string? words, Guid by, int otherAdministrators, DateTime now)
    {
        if (Status is not (MemberStatus.Active or MemberStatus.Suspended)) return MemberErrors.NotPossibleNow;
        if (UserId == by) return MemberErrors.NotYourself;
        if (FreeText.Clean(words) is not { } said) return MemberErrors.WordsNeeded;
        if (IsLastAdministrator(otherAdministrators)) return MemberErrors.LastAdministrator;

        (Words, ChangedBy, SuspensionReason) = (said, by, null);
        MoveTo(MemberStatus.Removed, now);
        Raise(new MemberRemoved(Id, NppoId, UserId, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>The person's own exit.</summary>
    public Result Leave(int otherAdministrators, DateTime now)
    {
        if (Status != MemberStatus.Active || UserId is not { } self) return MemberErrors.NotPossibleNow;
        if (IsLastAdministrator(otherAdministrators)) return MemberErrors.LastAdministrator;

        ChangedBy = self;
        MoveTo(MemberStatus.Left, now);
        Raise(new MemberLeft(Id, NppoId, UserId, Actor.User(self), now));
        return Result.Success();
    }

    /// <summary>A week ahead, once for each end.</summary>
    /// <returns>Whether the reminder goes out now.</returns>
    public bool RemindOfRoleEnd(DateTime now)
    {
        if (Status != MemberStatus.Active || RoleEndNotice != RoleEndNotice.None || RoleLastDay is not { } last || !IsNear(last, now))
            return false;

        RoleEndNotice = RoleEndNotice.Reminded;
        Raise(new RoleEndReminded(Id, NppoId, last, Actor.System, now));
        return true;
    }

    /// <summary>
    /// The day has passed: the membership rests until an administrator gives it a role again. The only administrator stays,
    /// and everybody is told so once.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    public bool EndRole(int otherAdministrators, DateTime now)
    {
        if (Status != MemberStatus.Active || !IsOver(RoleLastDay, now)) return false;
        if (!IsLastAdministrator(otherAdministrators))
        {
            (Words, ChangedBy) = (null, null);
            Rest(Members.SuspensionReason.RoleEnded, Actor.System, now);
            return true;
        }

        if (RoleEndNotice == RoleEndNotice.Held) return false;
        RoleEndNotice = RoleEndNotice.Held;
        Raise(new RoleEndHeld(Id, NppoId, Actor.System, now));
        return true;
    }

    private bool IsLastAdministrator(int others) => Status == MemberStatus.Active && Role == NppoRole.Administrator && others == 0;

    private static bool IsNear(DateOnly day, DateTime now) => day <= DateOnly.FromDateTime(now).AddDays(RoleEndReminderDays);

    // Whoever gets a role that ends within the week reads the day with the role itself.
    private void Grant(NppoRole role, DateOnly? lastDay, DateTime now) =>
        (Role, RoleLastDay, RoleEndNotice) = (role, lastDay, lastDay is { } day && IsNear(day, now)
            ? RoleEndNotice.Reminded : RoleEndNotice.None);

    private void Rest(SuspensionReason reason, Actor actor, DateTime now)
    {
        SuspensionReason = reason;
        MoveTo(MemberStatus.Suspended, now);
        Raise(new MemberSuspended(Id, NppoId, UserId, reason, actor, now));
    }
}
