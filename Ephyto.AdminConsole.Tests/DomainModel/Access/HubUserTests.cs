using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.DomainModel.Access;

/// <summary>The life of a role in the hub.</summary>
public sealed class HubUserTests
{
    private static readonly DateTime Then = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Boss = Guid.NewGuid();
    private static readonly Guid Account = Guid.NewGuid();
    private static readonly EmailAddress Email = EmailAddress.TryParse("officer@example.org")!;

    [Fact]
    public void An_invitation_becomes_a_role_once()
    {
        var user = HubUser.Invite(Email, "fr", HubRole.Auditor, Boss, Then);
        Assert.Equal((HubUserStatus.Invited, "officer@example.org", (Guid?)Boss), (user.Status, user.CurrentKey, user.InvitedBy));

        Assert.True(user.Accept(Account, "An officer", Then.AddHours(1)).IsSuccess);
        Assert.Equal((HubUserStatus.Active, (Guid?)Account, Then.AddHours(1)), (user.Status, user.UserId, user.StatusSince));
        Assert.Equal(HubUserErrors.NotPossibleNow, user.Accept(Account, "An officer", Then).Error);
        Assert.Equal(HubUserErrors.NotPossibleNow, user.ResendInvitation(Actor.User(Boss), Then).Error);
        Assert.Equal(HubUserErrors.NotPossibleNow, user.CancelInvitation(Boss, Then).Error);
    }

    [Fact]
    public void A_cancelled_invitation_frees_the_address()
    {
        var user = HubUser.Invite(Email, "fr", HubRole.Auditor, Boss, Then);

        Assert.True(user.CancelInvitation(Boss, Then).IsSuccess);
        Assert.Null(user.CurrentKey);
        Assert.Equal(HubUserErrors.NotPossibleNow, user.Accept(Account, "An officer", Then).Error);
    }

    [Fact]
    public void A_role_is_suspended_given_back_and_taken_away()
    {
        var user = Active();

        Assert.True(user.Suspend(Boss, Then).IsSuccess);
        Assert.False(user.Holds(Then));
        Assert.Equal(HubUserErrors.NotPossibleNow, user.Suspend(Boss, Then).Error);
        Assert.Equal(HubUserErrors.NotPossibleNow, user.Assign(HubRole.Auditor, null, Boss, Then).Error);
        Assert.True(user.Reactivate(Boss, Then).IsSuccess);
        Assert.True(user.Holds(Then));
        Assert.True(user.Remove(Boss, Then).IsSuccess);
        Assert.Null(user.CurrentKey);
        Assert.Equal(HubUserErrors.NotPossibleNow, user.Remove(Boss, Then).Error);
    }

    [Fact]
    public void Nobody_changes_their_own_role_but_may_give_it_back()
    {
        var user = Active();

        Assert.Equal(HubUserErrors.NotYourself, user.Assign(HubRole.HubAdministrator, null, Account, Then).Error);
        Assert.Equal(HubUserErrors.NotYourself, user.Suspend(Account, Then).Error);
        Assert.Equal(HubUserErrors.NotYourself, user.Remove(Account, Then).Error);
        Assert.Equal(AccessErrors.NotAllowed, user.Leave(Boss, Then).Error);
        Assert.True(user.Leave(Account, Then).IsSuccess);
        Assert.Equal(HubUserStatus.Left, user.Status);
    }

    [Fact]
    public void A_role_with_an_end_is_announced_once_and_ends_by_itself()
    {
        var user = Active();
        var until = Then.AddDays(30);
        Assert.Equal(HubUserErrors.EndInThePast, user.Assign(HubRole.Auditor, Then, Boss, Then).Error);
        Assert.True(user.Assign(HubRole.Auditor, until, Boss, Then).IsSuccess);

        Assert.False(user.Advance(TimeSpan.FromDays(7), until.AddDays(-8)));
        Assert.True(user.Advance(TimeSpan.FromDays(7), until.AddDays(-7)));
        Assert.False(user.Advance(TimeSpan.FromDays(7), until.AddDays(-6)));
        Assert.True(user.Holds(until.AddTicks(-1)));
        Assert.False(user.Holds(until));
        Assert.True(user.Advance(TimeSpan.FromDays(7), until));
        Assert.Equal(HubUserStatus.Expired, user.Status);
        Assert.False(user.Advance(TimeSpan.FromDays(7), until));
    }

    [Fact]
    public void A_later_end_is_announced_anew()
    {
        var user = Active();
        user.Assign(HubRole.Auditor, Then.AddDays(5), Boss, Then);
        Assert.True(user.Advance(TimeSpan.FromDays(7), Then));
        user.Assign(HubRole.Auditor, Then.AddDays(30), Boss, Then);

        Assert.False(user.Advance(TimeSpan.FromDays(7), Then));
        Assert.True(user.Advance(TimeSpan.FromDays(7), Then.AddDays(23)));
    }

    [Fact]
    public void The_same_role_until_the_same_day_is_no_change()
    {
        var user = Active();
        user.Assign(HubRole.Auditor, Then.AddDays(5), Boss, Then);
        user.ClearDomainEvents();

        Assert.True(user.Assign(HubRole.Auditor, Then.AddDays(5), Boss, Then).IsSuccess);
        Assert.Empty(user.DomainEvents);
        Assert.True(user.Assign(HubRole.Auditor, Then.AddDays(6), Boss, Then).IsSuccess);
        Assert.True(user.Assign(HubRole.SecretariatOfficer, Then.AddDays(6), Boss, Then).IsSuccess);
        Assert.Equal(["hub-user.role-changed", "hub-user.role-changed"], user.DomainEvents.Select(happened => happened.Code));
    }

    [Fact]
    public void A_role_that_is_over_at_this_moment_is_not_given_back()
    {
        var user = Active();
        user.Assign(HubRole.Auditor, Then.AddDays(5), Boss, Then);
        user.Suspend(Boss, Then);

        Assert.Equal(HubUserErrors.EndInThePast, user.Reactivate(Boss, Then.AddDays(5)).Error);
        Assert.True(user.Reactivate(Boss, Then.AddDays(5).AddTicks(-1)).IsSuccess);
    }

    [Fact]
    public void The_address_is_taken_while_the_role_lasts()
    {
        var user = Active();
        Assert.Equal("officer@example.org", user.CurrentKey);
        user.Suspend(Boss, Then);
        Assert.Equal("officer@example.org", user.CurrentKey);
    }

    [Fact]
    public void Every_event_about_somebody_with_an_account_names_the_account_so_that_open_pages_follow()
    {
        var user = Active();
        user.Assign(HubRole.Auditor, Then.AddDays(5), Boss, Then);
        user.Advance(TimeSpan.FromDays(7), Then);
        user.Suspend(Boss, Then);
        user.Reactivate(Boss, Then);
        user.Leave(Account, Then);

        Assert.All(user.DomainEvents.Skip(1), happened => Assert.Equal(
            [new(SubjectKinds.HubUser, user.Id), new(SubjectKinds.Account, Account)], happened.Subjects));
        Assert.Equal(
            ["hub-user.invited", "hub-user.activated", "hub-user.role-changed", "hub-user.role-ending", "hub-user.suspended",
                "hub-user.reactivated", "hub-user.left"],
            user.DomainEvents.Select(happened => happened.Code));
    }

    private static HubUser Active()
    {
        var user = HubUser.Invite(Email, "en", HubRole.SecretariatOfficer, Boss, Then);
        user.Accept(Account, "An officer", Then);
        return user;
    }
}
