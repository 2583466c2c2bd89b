using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Tests.DomainModel.Nppos;

/// <summary>The hub interrupts a membership, and lets it go on.</summary>
public sealed class SuspensionTests
{
    private static readonly DateTime Then = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private readonly Actor _hub = Actor.User(Guid.NewGuid());
    private readonly Nppo _nppo = Nppo.Register(RegistrationSample.SubmitNew(), Guid.NewGuid(), Actor.System, Then.AddDays(-1));

    [Fact]
    public void A_suspension_keeps_its_reason_and_goes_back_to_where_it_came_from()
    {
        Assert.True(_nppo.Suspend("  The certificate was stolen.\u0007 ", _hub, Then).IsSuccess);
        Assert.Equal((NppoStatus.Suspended, Then, "The certificate was stolen."), (_nppo.Status, _nppo.StatusSince, _nppo.SuspensionWords));

        Assert.True(_nppo.Reactivate(_hub, Then.AddHours(1)).IsSuccess);
        Assert.Equal((NppoStatus.Onboarding, Then.AddHours(1), (string?)null), (_nppo.Status, _nppo.StatusSince, _nppo.SuspensionWords));
        Assert.Equal(["nppo.suspended", "nppo.reactivated"], _nppo.DomainEvents.Skip(1).Select(happened => happened.Code));
        Assert.All(_nppo.DomainEvents.Skip(1),
            happened => Assert.Equal(new SubjectRef(SubjectKinds.Nppo, _nppo.Id), Assert.Single(happened.Subjects)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  \n ")]
    public void Nobody_is_suspended_without_a_reason(string? words)
    {
        Assert.Equal(NppoErrors.WordsNeeded, _nppo.Suspend(words, _hub, Then).Error);
        Assert.Equal(NppoStatus.Onboarding, _nppo.Status);
    }

    [Fact]
    public void Neither_happens_twice()
    {
        Assert.Equal(NppoErrors.NotPossibleNow, _nppo.Reactivate(_hub, Then).Error);
        _nppo.Suspend("Why", _hub, Then);

        Assert.Equal(NppoErrors.NotPossibleNow, _nppo.Suspend("Again", _hub, Then).Error);
        Assert.Equal("Why", _nppo.SuspensionWords);
    }
}
