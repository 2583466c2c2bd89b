using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Tests.DomainModel.Links;

/// <summary>What has become of a secret link at a given moment.</summary>
public sealed class AccessLinkTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private readonly AccessLink _link = new(LinkPurpose.ResetPassword, Guid.NewGuid(), Guid.NewGuid(), new string('a', 64), Now,
        Now.AddHours(1));

    [Fact]
    public void It_is_open_until_the_moment_it_expires()
    {
        Assert.Equal(LinkState.Open, _link.StateAt(Now));
        Assert.Equal(LinkState.Open, _link.StateAt(Now.AddHours(1).AddTicks(-1)));
        Assert.Equal(LinkState.Expired, _link.StateAt(Now.AddHours(1)));
    }

    [Fact]
    public void It_is_revoked_once_and_stays_so()
    {
        _link.Revoke(Now.AddMinutes(1));
        _link.Revoke(Now.AddMinutes(2));

        Assert.Equal(Now.AddMinutes(1), _link.RevokedAt);
        Assert.Equal(LinkState.Revoked, _link.StateAt(Now.AddMinutes(3)));
        Assert.Equal(LinkState.Revoked, _link.StateAt(Now.AddDays(1)));
    }

    [Fact]
    public void Once_used_it_is_used_whatever_came_after()
    {
        typeof(AccessLink).GetProperty(nameof(AccessLink.UsedAt))!.SetValue(_link, Now.AddMinutes(1));
        _link.Revoke(Now.AddMinutes(2));

        Assert.Equal(LinkState.Used, _link.StateAt(Now.AddMinutes(3)));
        Assert.Equal(LinkState.Used, _link.StateAt(Now.AddDays(1)));
    }
}
