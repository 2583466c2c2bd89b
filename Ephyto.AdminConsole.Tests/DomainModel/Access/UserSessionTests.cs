using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.DomainModel.Access;

public sealed class UserSessionTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);
    private static readonly TimeSpan Absolute = TimeSpan.FromHours(12);
    private readonly UserSession _session = UserSession.Begin(Guid.NewGuid(), "Firefox, Windows", "192.0.2.0/24", Now);

    [Fact]
    public void It_ends_an_hour_after_its_person_did_something_last()
    {
        _session.See(Now.AddMinutes(30));

        Assert.True(_session.IsOpenAt(Now.AddMinutes(89), Idle, Absolute));
        Assert.False(_session.IsOpenAt(Now.AddMinutes(90), Idle, Absolute));
    }

    [Fact]
    public void It_ends_after_twelve_hours_whatever_is_done()
    {
        _session.See(Now.AddHours(11.9));

        Assert.Equal(Now.AddHours(12), _session.EndsAt(Idle, Absolute));
        Assert.False(_session.IsOpenAt(Now.AddHours(12), Idle, Absolute));
    }

    [Fact]
    public void Ending_it_twice_tells_it_once()
    {
        _session.ClearDomainEvents();
        _session.End(SessionEnd.EndedElsewhere, Actor.User(_session.UserId), Now);
        _session.End(SessionEnd.SignedOut, Actor.User(_session.UserId), Now);

        var ended = Assert.IsType<SessionEnded>(Assert.Single(_session.DomainEvents));
        Assert.Equal(new SubjectRef(SubjectKinds.Account, _session.UserId), ended.Subjects[0]);
        Assert.Equal(SessionEnd.EndedElsewhere, _session.EndReason);
        Assert.False(_session.IsOpenAt(Now, Idle, Absolute));
    }
}
