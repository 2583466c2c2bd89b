using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Tests.DomainModel.Members;

/// <summary>What may happen to somebody's access, and what each event tells.</summary>
public sealed class MemberAccessTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);
    private static readonly Guid Boss = Guid.Parse("0f000000-0000-0000-0000-000000000001");
    private static readonly Guid User = Guid.Parse("0f000000-0000-0000-0000-000000000002");

    [Fact]
    public void A_changed_role_tells_what_changed_and_whose_account_it_is()
    {
        var member = Active(NppoRole.Viewer);

        Assert.True(member.ChangeRole(NppoRole.Integrator, Today.AddDays(30), Boss, 1, Now).IsSuccess);

        var changed = Assert.IsType<MemberRoleChanged>(member.DomainEvents[^1]);
        Assert.Equal(
            (EventFact.Term(NppoRole.Viewer), EventFact.Term(NppoRole.Integrator), EventFact.Day(new(2026, 4, 1))),
            (changed.Facts["from"], changed.Facts["to"], changed.Facts["lastDay"]));
        Assert.Contains(new SubjectRef(SubjectKinds.Account, User), changed.Subjects);
        Assert.Equal(Boss, member.ChangedBy);
    }

    [Fact]
    public void Nobody_acts_on_themselves()
    {
        var member = Active(NppoRole.Administrator);

        Assert.Equal(MemberErrors.NotYourself, member.ChangeRole(NppoRole.Viewer, null, User, 1, Now).Error);
        Assert.Equal(MemberErrors.NotYourself, member.Suspend("Why", User, 1, Now).Error);
        Assert.Equal(MemberErrors.NotYourself, member.Remove("Why", User, 1, Now).Error);
    }

    [Fact]
    public void The_last_administrator_stays_one()
    {
        var member = Active(NppoRole.Administrator);

        Assert.Equal(MemberErrors.LastAdministrator, member.ChangeRole(NppoRole.Viewer, null, Boss, 0, Now).Error);
        Assert.Equal(MemberErrors.LastAdministrator, member.Suspend("Why", Boss, 0, Now).Error);
        Assert.Equal(MemberErrors.LastAdministrator, member.Remove("Why", Boss, 0, Now).Error);
        Assert.Equal(MemberErrors.LastAdministrator, member.Leave(0, Now).Error);
        Assert.True(member.ChangeRole(NppoRole.Administrator, Today.AddDays(60), Boss, 0, Now).IsSuccess);
        Assert.True(Active(NppoRole.Viewer).Leave(0, Now).IsSuccess);
    }

    [Fact]
    public void A_suspension_and_a_removal_need_words()
    {
        Assert.Equal(MemberErrors.WordsNeeded, Active(NppoRole.Viewer).Suspend(" ", Boss, 1, Now).Error);
        Assert.Equal(MemberErrors.WordsNeeded, Active(NppoRole.Viewer).Remove(null, Boss, 1, Now).Error);
    }

    [Fact]
    public void A_suspended_member_comes_back_with_a_role_and_a_removed_one_does_not()
    {
        var member = Active(NppoRole.Viewer);
        Assert.True(member.Suspend("On leave", Boss, 1, Now).IsSuccess);
        Assert.Equal((MemberStatus.Suspended, SuspensionReason.ByAdministrator, "On leave"),
            (member.Status, member.SuspensionReason, member.Words));

        Assert.True(member.Reactivate(NppoRole.Integrator, null, Boss, Now).IsSuccess);
        Assert.Equal((MemberStatus.Active, null, NppoRole.Integrator), (member.Status, member.SuspensionReason, member.Role));

        Assert.True(member.Remove("Moved", Boss, 1, Now).IsSuccess);
        Assert.Null(member.CurrentKey);
        Assert.Equal(MemberErrors.NotPossibleNow, member.Reactivate(NppoRole.Viewer, null, Boss, Now).Error);
        Assert.Equal(MemberErrors.NotPossibleNow, member.ChangeRole(NppoRole.Viewer, null, Boss, 1, Now).Error);
        Assert.Equal(MemberErrors.NotPossibleNow, member.Leave(1, Now).Error);
    }

    [Fact]
    public void The_last_day_of_a_role_is_not_past_and_the_same_role_is_no_change()
    {
        var member = Active(NppoRole.Viewer);

        Assert.Equal(MemberErrors.EndNotAhead, member.ChangeRole(NppoRole.Viewer, Today.AddDays(-1), Boss, 1, Now).Error);
        Assert.Equal(MemberErrors.SameRole, member.ChangeRole(NppoRole.Viewer, null, Boss, 1, Now).Error);
        Assert.True(member.ChangeRole(NppoRole.Viewer, Today, Boss, 1, Now).IsSuccess);
    }

    [Fact]
    public void A_week_ahead_there_is_one_reminder_and_after_the_day_the_membership_rests()
    {
        var member = Active(NppoRole.Viewer);
        member.ChangeRole(NppoRole.Viewer, Today.AddDays(20), Boss, 1, Now);

        Assert.False(member.RemindOfRoleEnd(Now.AddDays(12)));
        Assert.True(member.RemindOfRoleEnd(Now.AddDays(13)));
        Assert.False(member.RemindOfRoleEnd(Now.AddDays(14)));
        Assert.False(member.EndRole(1, Now.AddDays(20)));
        Assert.True(member.EndRole(1, Now.AddDays(21)));
        Assert.Equal((MemberStatus.Suspended, SuspensionReason.RoleEnded), (member.Status, member.SuspensionReason));
        Assert.False(member.EndRole(1, Now.AddDays(22)));
    }

    [Fact]
    public void A_role_that_ends_within_the_week_is_announced_by_itself()
    {
        var member = Active(NppoRole.Viewer);
        member.ChangeRole(NppoRole.Viewer, Today.AddDays(3), Boss, 1, Now);

        Assert.False(member.RemindOfRoleEnd(Now));
    }

    [Fact]
    public void The_only_administrators_role_goes_on_until_there_is_another()
    {
        var member = Active(NppoRole.Administrator);
        member.ChangeRole(NppoRole.Administrator, Today.AddDays(1), Boss, 1, Now);

        Assert.True(member.EndRole(0, Now.AddDays(2)));
        Assert.Equal((MemberStatus.Active, RoleEndNotice.Held), (member.Status, member.RoleEndNotice));
        Assert.False(member.EndRole(0, Now.AddDays(3)));
        Assert.True(member.EndRole(1, Now.AddDays(4)));
        Assert.Equal(MemberStatus.Suspended, member.Status);
    }

    [Fact]
    public void An_invitation_expires_and_that_of_the_initial_administrator_does_not()
    {
        var invited = Invited(NppoRole.Viewer);
        var initial = Member.AppointInitialAdministrator(Guid.NewGuid(), Guid.NewGuid(), PersonDetails.Unknown, "first@example.org", "en",
            Actor.System, Now);

        Assert.False(invited.ExpireInvitation(TimeSpan.FromDays(14), Now.AddDays(13)));
        Assert.True(invited.ExpireInvitation(TimeSpan.FromDays(14), Now.AddDays(14)));
        Assert.Equal((MemberStatus.Expired, null), (invited.Status, invited.CurrentKey));
        Assert.False(initial.ExpireInvitation(TimeSpan.FromDays(14), Now.AddDays(400)));
    }

    [Fact]
    public void Only_an_open_invitation_of_a_colleague_gets_another_address()
    {
        var right = EmailAddress.TryParse("right@example.org")!;
        var invited = Invited(NppoRole.Viewer);

        Assert.Equal(MemberErrors.SameAddress, invited.CorrectAddress(EmailAddress.TryParse("Person@example.org")!, Boss, Now).Error);
        Assert.True(invited.CorrectAddress(right, Boss, Now).IsSuccess);
        Assert.Contains("right@example.org", invited.CurrentKey, StringComparison.Ordinal);
        Assert.Equal(MemberErrors.NotPossibleNow, Active(NppoRole.Viewer).CorrectAddress(right, Boss, Now).Error);
    }

    private static Member Invited(NppoRole role) =>
        Member.Invite(Guid.NewGuid(), EmailAddress.TryParse("person@example.org")!, "en", role, Boss, Now);

    private static Member Active(NppoRole role)
    {
        var member = Invited(role);
        Assert.True(member.Activate(User, new PersonDetails("", "Some", "Person", "Officer", ""), Now).IsSuccess);
        return member;
    }
}
