using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using static Ephyto.AdminConsole.Tests.DomainModel.Registrations.RegistrationSample;

namespace Ephyto.AdminConsole.Tests.DomainModel.Registrations;

/// <summary>What happens to a registration whose address is not verified when another of its country goes ahead.</summary>
public sealed class UnverifiedTests
{
    private static readonly DateTime Later = Start.AddHours(1);

    private static readonly Dictionary<string, Func<Registration, Result>> Acts = new()
    {
        ["registration.another-verified"] = registration => registration.LetPass(Later),
        ["registration.turn-came"] = registration => registration.TakeTurn(Later),
        ["registration.declined"] = registration => registration.EndAfterConfirmation(Later),
        ["registration.replaced"] = registration => registration.EndAsReplaced(Later),
        ["registration.made-room"] = registration => registration.MakeRoom(Later),
    };

    public static TheoryData<string> Codes => [.. Acts.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void It_happens_to_an_unverified_one_and_to_no_other(string code)
    {
        var unverified = SubmitNew();
        Assert.True(Acts[code](unverified).IsSuccess);
        Assert.Equal((code, unverified.Status, Later), (unverified.Steps[^1].Code, unverified.Steps[^1].Status, unverified.Steps[^1].At));

        foreach (var status in Enum.GetValues<RegistrationStatus>().Where(status => status != RegistrationStatus.Submitted))
        {
            var (registration, _) = In(status);
            Assert.Equal(RegistrationErrors.NotPossibleNow, Acts[code](registration).Error);
            Assert.Equal(status, registration.Status);
        }
    }

    [Fact]
    public void It_waits_on_while_another_goes_ahead_and_ends_by_what_becomes_of_that()
    {
        Assert.Equal(RegistrationStatus.Submitted, After("registration.another-verified").Status);
        Assert.Equal(RegistrationStatus.Submitted, After("registration.turn-came").Status);
        Assert.Equal(RegistrationStatus.Declined, After("registration.declined").Status);
        Assert.Equal(RegistrationStatus.Withdrawn, After("registration.replaced").Status);
        Assert.Equal(RegistrationStatus.Expired, After("registration.made-room").Status);
    }

    [Theory]
    [InlineData(RegistrationKind.Membership, DeclineReason.AlreadyRegistered)]
    [InlineData(RegistrationKind.Recovery, DeclineReason.StillAdministered)]
    public void After_a_confirmation_it_says_why_it_is_over(RegistrationKind kind, DeclineReason why)
    {
        var registration = SubmitNew(kind: kind);
        registration.EndAfterConfirmation(Later);

        Assert.Equal((why, why.ToString()), (registration.DeclineReason, registration.Steps[^1].Reason));
    }

    [Fact]
    public void It_is_unverified_until_the_link_is_followed()
    {
        var registration = SubmitNew();
        Assert.True(registration.IsUnverified);

        registration.VerifyEmail(Contact(), Policy, Later);

        Assert.False(registration.IsUnverified);
        Assert.Equal(Later, registration.VerifiedAt);
    }

    private static Registration After(string code)
    {
        var registration = SubmitNew();
        Acts[code](registration);
        return registration;
    }
}
