using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Tests.DomainModel.Nppos;

/// <summary>From the confirmation to the exchange, and to the end.</summary>
public sealed class NppoTests
{
    private static readonly DateTime Then = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Hub = Actor.User(Guid.NewGuid());

    private static readonly Dictionary<NppoStatus, Action<Nppo>[]> WayTo = new()
    {
        [NppoStatus.Onboarding] = [],
        [NppoStatus.Testing] = [nppo => nppo.StartTesting(Hub, Then)],
        [NppoStatus.Live] = [nppo => nppo.StartTesting(Hub, Then), nppo => nppo.GoLive(Hub, Then)],
        [NppoStatus.Suspended] = [nppo => nppo.Suspend("Why", Hub, Then)],
        [NppoStatus.Closed] = [nppo => nppo.Close("Why", Hub, Then)],
    };

    public static TheoryData<NppoStatus> Statuses => [.. Enum.GetValues<NppoStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Each_act_has_the_states_it_is_possible_in(NppoStatus status)
    {
        Assert.Equal(status == NppoStatus.Onboarding ? null : IntegrationErrors.NotPossibleNow, In(status).StartTesting(Hub, Then).Error);
        Assert.Equal(status == NppoStatus.Testing ? null : IntegrationErrors.NotPossibleNow, In(status).GoLive(Hub, Then).Error);
        Assert.Equal(status is NppoStatus.Suspended or NppoStatus.Closed ? NppoErrors.NotPossibleNow : null,
            In(status).Suspend("Why", Hub, Then).Error);
        Assert.Equal(status == NppoStatus.Suspended ? null : NppoErrors.NotPossibleNow, In(status).Reactivate(Hub, Then).Error);
        Assert.Equal(status == NppoStatus.Closed ? NppoErrors.NotPossibleNow : null, In(status).Close("Why", Hub, Then).Error);
    }

    [Fact]
    public void The_exchange_begins_with_tests_and_then_is_live()
    {
        var nppo = In(NppoStatus.Onboarding);
        nppo.StartTesting(Hub, Then.AddDays(1));
        Assert.Equal((NppoStatus.Testing, Then.AddDays(1)), (nppo.Status, nppo.StatusSince));

        nppo.GoLive(Hub, Then.AddDays(2));

        Assert.Equal((NppoStatus.Live, Then.AddDays(2)), (nppo.Status, nppo.StatusSince));
        Assert.Equal(["nppo.testing-started", "nppo.went-live"], nppo.DomainEvents.Select(happened => happened.Code));
    }

    [Fact]
    public void What_is_suspended_goes_on_where_it_was()
    {
        var nppo = In(NppoStatus.Live);
        nppo.Suspend("Why", Hub, Then);

        nppo.Reactivate(Actor.System, Then);

        Assert.Equal((NppoStatus.Live, null), (nppo.Status, nppo.StatusBeforeSuspension));
        Assert.Equal(
            [new(NppoStatus.Live, NppoStatus.Suspended, Hub.Id, Then, "Why"),
                new NppoChange(NppoStatus.Suspended, NppoStatus.Live, null, Then, null)], nppo.Changes);
    }

    [Fact]
    public void A_closed_one_says_why_and_leaves_its_country_to_the_next()
    {
        var nppo = In(NppoStatus.Suspended);
        Assert.Equal(NppoErrors.WordsNeeded, nppo.Close(" ", Hub, Then).Error);

        Assert.True(nppo.Close("Merged", Hub, Then).IsSuccess);

        Assert.Equal(("Merged", null, null, null),
            (nppo.ClosingWords, nppo.CurrentCountryCode, nppo.SuspensionWords, nppo.StatusBeforeSuspension));
        Assert.Equal(NppoStatus.Suspended, nppo.Changes[^1].From);
    }

    [Fact]
    public void Who_registers_again_takes_over_and_no_old_offer_stands()
    {
        var (nppo, registration, contact) = (In(NppoStatus.Live), RegistrationSample.SubmitNew(), Guid.NewGuid());
        nppo.OfferTechnicalContact(Guid.NewGuid(), Hub.Id, Then);

        nppo.RegisterAgain(registration, contact, Hub, Then);

        Assert.Equal((registration.Id, contact, null), (nppo.RegistrationId, nppo.TechnicalContactId, nppo.Offer));
    }

    private static Nppo In(NppoStatus status)
    {
        var nppo = Nppo.Register(RegistrationSample.SubmitNew(), Guid.NewGuid(), Actor.System, Then.AddDays(-1));
        foreach (var step in WayTo[status]) step(nppo);
        Assert.Equal(status, nppo.Status);
        nppo.ClearDomainEvents();
        return nppo;
    }
}
