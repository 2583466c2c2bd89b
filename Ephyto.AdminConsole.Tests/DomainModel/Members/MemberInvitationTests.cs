using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Tests.DomainModel.Members;

/// <summary>From an invitation, or the wish to join, to a membership.</summary>
public sealed class MemberInvitationTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Later = Now.AddHours(1);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);
    private static readonly Guid Boss = Guid.Parse("0f000000-0000-0000-0000-000000000001");
    private static readonly Guid User = Guid.Parse("0f000000-0000-0000-0000-000000000002");
    private static readonly PersonDetails Person = new("", "Some", "Person", "Officer", "");

    private static readonly Dictionary<MemberStatus, Func<Member>> InStatus = new()
    {
        [MemberStatus.JoinRequested] = Asking,
        [MemberStatus.Invited] = Invited,
        [MemberStatus.Active] = Active,
        [MemberStatus.Suspended] = () => After(Active(), member => member.Suspend("Why", Boss, 1, Now)),
        [MemberStatus.Removed] = () => After(Active(), member => member.Remove("Why", Boss, 1, Now)),
        [MemberStatus.Left] = () => After(Active(), member => member.Leave(1, Now)),
        [MemberStatus.Expired] = () =>
            After(Invited(), member => member.ExpireInvitation(TimeSpan.Zero, Now) ? Result.Success() : MemberErrors.NotPossibleNow),
        [MemberStatus.Cancelled] = () => After(Invited(), member => member.CancelInvitation(Boss, Now)),
        [MemberStatus.Refused] = () => After(Asking(), member => member.Refuse("Why", Boss, Now)),
    };

    private static readonly Dictionary<string, (MemberStatus[] From, MemberStatus To, Func<Member, Result> Do)> Acts = new()
    {
        ["admit"] = ([MemberStatus.JoinRequested], MemberStatus.Invited, member => member.Admit(NppoRole.Integrator, Boss, Later)),
        ["refuse"] = ([MemberStatus.JoinRequested], MemberStatus.Refused, member => member.Refuse("We know you not.", Boss, Later)),
        ["make room"] = ([MemberStatus.JoinRequested], MemberStatus.Refused, member => member.MakeRoom(Later)),
        ["activate"] = ([MemberStatus.Invited], MemberStatus.Active, member => member.Activate(User, Person, Later)),
        ["resend"] = ([MemberStatus.Invited], MemberStatus.Invited, member => member.ResendInvitation(Boss, Later)),
        ["renew"] = ([MemberStatus.Invited], MemberStatus.Invited, member => member.RenewInvitation(Later)),
        ["cancel"] = ([MemberStatus.Invited], MemberStatus.Cancelled, member => member.CancelInvitation(Boss, Later)),
        ["end"] = ([MemberStatus.Invited], MemberStatus.Cancelled, member => member.EndInvitation(Actor.User(Boss), Later)),
        ["correct"] = ([MemberStatus.Invited], MemberStatus.Invited,
            member => member.CorrectAddress(EmailAddress.TryParse("right@example.org")!, Boss, Later)),
        ["remove"] = ([MemberStatus.Active, MemberStatus.Suspended], MemberStatus.Removed, member => member.Remove("Why", Boss, 1, Later)),
        ["suspend"] = ([MemberStatus.Active], MemberStatus.Suspended, member => member.Suspend("Why", Boss, 1, Later)),
        ["leave"] = ([MemberStatus.Active], MemberStatus.Left, member => member.Leave(1, Later)),
        ["reactivate"] = ([MemberStatus.Suspended], MemberStatus.Active, member => member.Reactivate(NppoRole.Viewer, null, Boss, Later)),
    };

    public static TheoryData<MemberStatus, string> EveryStatusWithEveryAct =>
        [.. Enum.GetValues<MemberStatus>().SelectMany(status => Acts.Keys.Select(act => (status, act)))];

    [Theory]
    [MemberData(nameof(EveryStatusWithEveryAct))]
    public void Each_act_in_each_state_does_what_the_plan_says(MemberStatus status, string act)
    {
        var member = InStatus[status]();
        Assert.Equal(status, member.Status);
        var (from, to, perform) = Acts[act];

        var result = perform(member);

        Assert.Equal(from.Contains(status) ? null : MemberErrors.NotPossibleNow, result.Error);
        Assert.Equal(from.Contains(status) ? to : status, member.Status);
        Assert.Equal(from.Contains(status), member.StatusSince == Later);
        var isCurrent = member.Status is MemberStatus.JoinRequested or MemberStatus.Invited or MemberStatus.Active
            or MemberStatus.Suspended;
        Assert.Equal(isCurrent ? Member.KeyOf(member.NppoId, member.Email) : null, member.CurrentKey);
    }

    [Fact]
    public void Who_asks_to_join_says_why_and_is_told_of_unless_nobody_is_to_know()
    {
        var address = EmailAddress.TryParse("asking@example.org")!;
        Assert.Equal(MemberErrors.WordsNeeded, Member.AskToJoin(Guid.NewGuid(), Person, address, "en", " ", Now).Error);
        Assert.Equal(NameErrors.HoldsWebAddress,
            Member.AskToJoin(Guid.NewGuid(), Person with { JobTitle = "www.example.org" }, address, "en", "Let me in.", Now).Error);

        Assert.True(Assert.IsType<JoinRequested>(Asking().DomainEvents[^1]).Tell);
        Assert.True(new JoinRequested(Guid.NewGuid(), Guid.NewGuid(), Actor.Anonymous, Now).Tell);
        Assert.False(
            Assert.IsType<JoinRequested>(
                Member.AskToJoin(Guid.NewGuid(), Person, address, "en", "Let me in.", Now, tell: false).Value.DomainEvents[^1]).Tell);
    }

    [Fact]
    public void A_refusal_needs_words()
    {
        Assert.Equal(MemberErrors.WordsNeeded, Asking().Refuse(" ", Boss, Now).Error);
        Assert.Equal("Why", InStatus[MemberStatus.Refused]().Words);
    }

    [Fact]
    public void A_role_that_is_over_is_not_given()
    {
        Assert.Equal(MemberErrors.EndNotAhead, Asking().Admit(NppoRole.Viewer, Boss, Now, Today.AddDays(-1)).Error);
        Assert.Equal(MemberErrors.EndNotAhead,
            InStatus[MemberStatus.Suspended]().Reactivate(NppoRole.Viewer, Today.AddDays(-1), Boss, Now).Error);
        Assert.True(Asking().Admit(NppoRole.Viewer, Boss, Now, Today).IsSuccess);
    }

    [Fact]
    public void A_name_with_an_address_in_it_is_not_taken() =>
        Assert.Equal(NameErrors.HoldsWebAddress, Invited().Activate(User, Person with { GivenName = "www.example.org" }, Now).Error);

    [Fact]
    public void The_initial_administrator_is_appointed_anew_where_others_are_invited_anew()
    {
        foreach (var again in (Func<Member, Result>[])[member => member.ResendInvitation(Boss, Now), member => member.RenewInvitation(Now)])
        {
            var (initial, colleague) = (Initial(), Invited());
            Assert.True(again(initial).IsSuccess && again(colleague).IsSuccess);

            Assert.IsType<InitialAdministratorAppointed>(initial.DomainEvents[^1]);
            Assert.IsType<MemberInvited>(colleague.DomainEvents[^1]);
        }
    }

    [Fact]
    public void The_invitation_of_the_initial_administrator_is_not_cancelled_or_corrected_but_ends_with_the_organization()
    {
        var initial = Initial();
        Assert.Equal(MemberErrors.NotPossibleNow, initial.CancelInvitation(Boss, Now).Error);
        Assert.Equal(MemberErrors.NotPossibleNow, initial.CorrectAddress(EmailAddress.TryParse("right@example.org")!, Boss, Now).Error);

        Assert.True(initial.EndInvitation(Actor.System, Now).IsSuccess);

        Assert.Equal((MemberStatus.Cancelled, null), (initial.Status, initial.ChangedBy));
        Assert.Equal(Boss, After(Invited(), member => member.EndInvitation(Actor.User(Boss), Now)).ChangedBy);
    }

    [Theory]
    [InlineData(MemberStatus.Active, MemberStatus.Active)]
    [InlineData(MemberStatus.Suspended, MemberStatus.Active)]
    [InlineData(MemberStatus.Invited, MemberStatus.Invited)]
    [InlineData(MemberStatus.JoinRequested, MemberStatus.Invited)]
    public void Who_is_there_already_becomes_the_initial_administrator(MemberStatus before, MemberStatus after)
    {
        var member = InStatus[before]();

        member.AppointAgain(Person, "fr", Actor.System, Later);

        Assert.Equal((after, NppoRole.Administrator, true, null),
            (member.Status, member.Role, member.IsInitialAdministrator, member.SuspensionReason));
        var appointed = Assert.IsType<InitialAdministratorAppointed>(member.DomainEvents[^1]);
        Assert.Equal(member.UserId is { } user ? [new SubjectRef(SubjectKinds.Account, user)] : [], appointed.Subjects.Skip(2));
    }

    [Fact]
    public void A_new_address_moves_the_key_of_a_membership_that_lasts()
    {
        var (member, removed) = (Active(), InStatus[MemberStatus.Removed]());
        foreach (var changed in (Member[])[member, removed])
            changed.ChangeEmail(EmailAddress.TryParse("new@example.org")!, Actor.System, Now);

        Assert.Equal((Member.KeyOf(member.NppoId, "new@example.org"), "new@example.org"), (member.CurrentKey, member.Email));
        Assert.Equal((null, "new@example.org"), (removed.CurrentKey, removed.Email));
    }

    [Theory]
    [InlineData(MemberStatus.Active, MemberStatus.Left, true)]
    [InlineData(MemberStatus.Removed, MemberStatus.Removed, false)]
    public void An_erased_membership_ends_if_it_had_not(MemberStatus before, MemberStatus after, bool endsNow)
    {
        var member = InStatus[before]();

        member.Erase("Person 7", EmailAddress.TryParse("erased@example.org")!, Actor.System, Later);

        Assert.Equal((after, null, "Person 7", null), (member.Status, member.CurrentKey, member.Person.FullName, member.Words));
        Assert.Equal(endsNow, Assert.IsType<MemberErased>(member.DomainEvents[^1]).EndedNow);
    }

    private static Member Asking() =>
        Member.AskToJoin(Guid.NewGuid(), Person, EmailAddress.TryParse("asking@example.org")!, "en", "Let me in.", Now).Value;

    private static Member Invited() =>
        Member.Invite(Guid.NewGuid(), EmailAddress.TryParse("person@example.org")!, "en", NppoRole.Viewer, Boss, Now);

    private static Member Initial() =>
        Member.AppointInitialAdministrator(Guid.NewGuid(), Guid.NewGuid(), Person, "first@example.org", "en", Actor.System, Now);

    private static Member Active() => After(Invited(), member => member.Activate(User, Person, Now));

    private static Member After(Member member, Func<Member, Result> act)
    {
        Assert.True(act(member).IsSuccess);
        return member;
    }
}
