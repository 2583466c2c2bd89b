using System.Security.Claims;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Tests.Field;

/// <summary>Why a right is gone, found from what the store has.</summary>
public sealed class PersonAccessTests
{
    private const string Office = "The office";
    private static readonly Guid NppoId = Guid.NewGuid();

    [Theory]
    [InlineData(MemberStatus.Suspended, NppoStatus.Live, "MembershipSuspended")]
    [InlineData(MemberStatus.Removed, NppoStatus.Live, "MembershipRemoved")]
    [InlineData(MemberStatus.Left, NppoStatus.Live, "MembershipLeft")]
    [InlineData(MemberStatus.Expired, NppoStatus.Live, "MembershipEnded")]
    [InlineData(MemberStatus.Active, NppoStatus.Suspended, "NppoSuspended")]
    [InlineData(MemberStatus.Active, NppoStatus.Closed, "NppoClosed")]
    [InlineData(MemberStatus.Removed, NppoStatus.Suspended, "MembershipRemoved")]
    public void A_lost_membership_says_who_or_what_ended_it(MemberStatus status, NppoStatus nppo, string reason)
    {
        var change = Assert.Single(Access(Of(NppoRole.Viewer, status, nppo)).ChangesSince(Claims(NppoRole.Viewer)));

        Assert.Equal((reason, Office, false), (change.Kind.ToString(), change.Organization, change.IsGain));
    }

    [Fact]
    public void A_membership_of_which_nothing_is_left_is_told_without_a_name() =>
        Assert.Equal(new AccessChange(AccessChangeKind.MembershipGone), Assert.Single(Access().ChangesSince(Claims(NppoRole.Viewer))));

    [Fact]
    public void Another_role_is_named() => Assert.Equal(
        new AccessChange(AccessChangeKind.RoleChanged, Office, NppoRole.Viewer),
        Assert.Single(Access(Of(NppoRole.Viewer)).ChangesSince(Claims(NppoRole.Administrator))));

    [Fact]
    public void A_new_membership_is_a_gain()
    {
        var change = Assert.Single(Access(Of(NppoRole.Integrator)).ChangesSince(Claims(null)));

        Assert.Equal(new AccessChange(AccessChangeKind.MembershipGained, Office, NppoRole.Integrator), change);
        Assert.True(change.IsGain);
    }

    [Fact]
    public void What_stayed_is_no_news()
    {
        Assert.Empty(Access(Of(NppoRole.Viewer)).ChangesSince(Claims(NppoRole.Viewer)));
        Assert.Empty(new PersonAccess(HubRole.Auditor, HubUserStatus.Active, []).ChangesSince(Claims(null, HubRole.Auditor)));
        Assert.Empty(Access(Of(NppoRole.Viewer, MemberStatus.Suspended)).ChangesSince(Claims(null)));
    }

    [Theory]
    [InlineData(HubUserStatus.Suspended, "HubRoleSuspended")]
    [InlineData(HubUserStatus.Removed, "HubRoleRemoved")]
    [InlineData(HubUserStatus.Left, "HubRoleLeft")]
    [InlineData(HubUserStatus.Expired, "HubRoleEnded")]
    [InlineData(HubUserStatus.Active, "HubRoleEnded")]
    [InlineData(null, "HubRoleRemoved")]
    public void A_lost_role_in_the_hub_says_why(HubUserStatus? status, string reason) => Assert.Equal(
        reason, Assert.Single(new PersonAccess(null, status, []).ChangesSince(Claims(null, HubRole.Auditor))).Kind.ToString());

    [Fact]
    public void Another_role_in_the_hub_is_named()
    {
        var access = new PersonAccess(HubRole.Auditor, HubUserStatus.Active, []);

        Assert.Equal(new AccessChange(AccessChangeKind.HubRoleChanged, Role: HubRole.Auditor),
            Assert.Single(access.ChangesSince(Claims(null, HubRole.HubAdministrator))));
        Assert.Equal(new AccessChange(AccessChangeKind.HubRoleGained, Role: HubRole.Auditor),
            Assert.Single(access.ChangesSince(Claims(null))));
    }

    private static KnownMembership Of(NppoRole role, MemberStatus status = MemberStatus.Active, NppoStatus nppo = NppoStatus.Live) =>
        new(NppoId, Office, role, status, nppo);

    private static PersonAccess Access(params KnownMembership[] memberships) => new(null, null, memberships);

    private static ClaimsPrincipal Claims(NppoRole? role, HubRole? hub = null) => new(new ClaimsIdentity(
    [
        .. role is null ? (Claim[])[] : [new Claim(ConsoleClaims.Membership, $"{NppoId:N}:{role}")],
        .. hub is null ? (Claim[])[] : [new Claim(ConsoleClaims.HubRole, hub.ToString()!)],
    ]));
}
