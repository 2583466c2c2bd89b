using Ephyto.Domain.Registrations;
using static Ephyto.AdminConsole.Tests.DomainModel.Registrations.RegistrationSample;

namespace Ephyto.AdminConsole.Tests.DomainModel.Registrations;

/// <summary>When a registration goes on by itself.</summary>
public sealed class NextStepTests
{
    [Fact]
    public void The_next_step_is_the_first_of_those_to_come()
    {
        var (registration, _) = In(RegistrationStatus.AwaitingContactPoint);
        Assert.Equal(Start.AddDays(3), registration.NextStepAt);

        registration.Advance(Policy, Start.AddDays(12));
        Assert.Equal(Start.AddDays(14), registration.NextStepAt);

        registration.Advance(Policy, Start.AddDays(14));
        Assert.Equal(Start.AddDays(60), registration.NextStepAt);
        Assert.Equal(Start.AddHours(48), SubmitNew().NextStepAt);
    }

    [Fact]
    public void Only_who_is_waited_for_is_reminded_or_passed_over()
    {
        var (asked, _) = In(RegistrationStatus.InformationRequested);

        Assert.Null(asked.NextReminderAt(Policy));
        Assert.Null(asked.EscalatesAt(Policy));
        Assert.Equal(Start.AddDays(60), asked.ExpiresAt(Policy));
    }

    [Theory]
    [InlineData(RegistrationStatus.Confirmed)]
    [InlineData(RegistrationStatus.Declined)]
    [InlineData(RegistrationStatus.Withdrawn)]
    [InlineData(RegistrationStatus.Expired)]
    public void What_is_closed_does_not_expire(RegistrationStatus status)
    {
        var (registration, _) = In(status);

        Assert.Null(registration.ExpiresAt(Policy));
        Assert.False(registration.Advance(Policy, Start.AddDays(1000)));
    }

    [Fact]
    public void It_is_no_self_confirmation_while_nobody_was_asked()
    {
        Assert.False(SubmitNew().IsSelfConfirmation);
        Assert.False(In(RegistrationStatus.AwaitingContactPoint).Registration.IsSelfConfirmation);
    }
}
