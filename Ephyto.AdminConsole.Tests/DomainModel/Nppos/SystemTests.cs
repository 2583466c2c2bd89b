using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.DomainModel.Nppos;

/// <summary>By what an organization exchanges, and what follows from it.</summary>
public sealed class SystemTests
{
    private static readonly DateTime Then = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Person = Guid.NewGuid();
    private static readonly NamedSystem Nothing = new(null, null, false, false);
    private static readonly NamedSystem Regional = new(" Regional  system ", Today.AddDays(-30), true, false);
    private readonly Nppo _nppo = Nppo.Register(RegistrationSample.SubmitNew(), Guid.NewGuid(), Actor.System, Then.AddDays(-1));

    public SystemTests() => _nppo.ClearDomainEvents();

    [Fact]
    public void Each_system_has_its_own_steps_and_its_own_way_to_testing()
    {
        Assert.Equal(
            [IntegrationStep.DocumentsRead, IntegrationStep.ContactsComplete, IntegrationStep.ConnectionSet,
                IntegrationStep.CertificateUploaded, IntegrationStep.FirstSent, IntegrationStep.FirstReceived,
                IntegrationStep.FirstAcknowledged], IntegrationSteps.Of(ExchangeSystem.NationalSystem));
        Assert.Equal(
            [IntegrationStep.ContactsComplete, IntegrationStep.TenantAsked, IntegrationStep.AdministratorsTrained,
                IntegrationStep.CertificateIssued, IntegrationStep.CertificateReceived], IntegrationSteps.Of(ExchangeSystem.GeNS));
        Assert.Equal([IntegrationStep.ContactsComplete, IntegrationStep.SystemNamed],
            IntegrationSteps.Of(ExchangeSystem.ThroughAnotherSystem));

        Assert.Equal(IntegrationSteps.Of(ExchangeSystem.NationalSystem).Take(4),
            IntegrationSteps.ForTesting(ExchangeSystem.NationalSystem));
        Assert.Equal(IntegrationSteps.Of(ExchangeSystem.GeNS).Take(3), IntegrationSteps.ForTesting(ExchangeSystem.GeNS));
        Assert.Empty(IntegrationSteps.ForTesting(ExchangeSystem.ThroughAnotherSystem));
        Assert.Equal(IntegrationSteps.All.Order(),
            Enum.GetValues<ExchangeSystem>().SelectMany(IntegrationSteps.Of).Distinct().Order());
    }

    [Fact]
    public void Another_system_is_chosen_while_onboarding_and_not_later()
    {
        Assert.True(Change(ExchangeSystem.NationalSystem, Nothing).IsSuccess);

        Assert.Equal(ExchangeSystem.NationalSystem, _nppo.Organization.System);
        Assert.Equal(new NppoSystemChanged(_nppo.Id, ExchangeSystem.GeNS, ExchangeSystem.NationalSystem, null, Actor.User(Person), Then),
            Assert.Single(_nppo.DomainEvents));
        _nppo.StartTesting(Actor.System, Then);
        Assert.False(_nppo.MayChangeSystem);
        Assert.Equal(IntegrationErrors.NotPossibleNow, Change(ExchangeSystem.GeNS, Nothing).Error);
    }

    [Fact]
    public void What_stays_as_it_was_is_no_change()
    {
        Assert.True(Change(ExchangeSystem.GeNS, Regional).IsSuccess);
        Assert.Empty(_nppo.DomainEvents);
        Assert.Null(_nppo.Serving);

        Change(ExchangeSystem.ThroughAnotherSystem, Regional);
        Assert.True(Change(ExchangeSystem.ThroughAnotherSystem, Regional).IsSuccess);
        Assert.Single(_nppo.DomainEvents);
    }

    [Theory]
    [InlineData(0, true), InlineData(1, false)]
    public void What_comes_after_a_notice_is_named_until_its_day(int later, bool isNamed)
    {
        var end = Today.AddDays(30);

        var named = _nppo.ChangeSystem(
            ExchangeSystem.ThroughAnotherSystem, Regional with { Since = end.AddDays(later) }, Person, Then, servedUntil: end);

        Assert.Equal(isNamed ? null : IntegrationErrors.SinceNeeded, named.Error);
    }

    [Fact]
    public void The_system_of_others_is_named_with_its_first_day_and_with_what_it_does()
    {
        Assert.Equal(IntegrationErrors.SystemNameNeeded, Change(ExchangeSystem.ThroughAnotherSystem, Regional with { Name = " " }).Error);
        Assert.Equal(IntegrationErrors.SinceNeeded, Change(ExchangeSystem.ThroughAnotherSystem, Regional with { Since = null }).Error);
        Assert.Equal(IntegrationErrors.SinceNeeded,
            Change(ExchangeSystem.ThroughAnotherSystem, Regional with { Since = Today.AddDays(1) }).Error);
        Assert.Equal(IntegrationErrors.DirectionNeeded, Change(ExchangeSystem.ThroughAnotherSystem, Regional with { Sends = false }).Error);
        Assert.Empty(_nppo.DomainEvents);

        Assert.True(Change(ExchangeSystem.ThroughAnotherSystem, Regional with { Since = Today }).IsSuccess);

        Assert.Equal(new ServingSystem("Regional system", Today, true, false, Person, Then), _nppo.ServedBy);
        var facts = Assert.Single(_nppo.DomainEvents).Facts;
        Assert.Equal((EventFact.Term(ExchangeSystem.ThroughAnotherSystem), EventFact.Term(ExchangeSystem.GeNS), EventFact.Day(Today)),
            (facts["system"], facts["system.before"], facts["since"]));

        // What was named is not forgotten, and counts only as long as it is so.
        Change(ExchangeSystem.GeNS, Nothing);
        Assert.Null(_nppo.ServedBy);
        Assert.NotNull(_nppo.Serving);
    }

    [Fact]
    public void Who_is_served_goes_live_without_tests_and_may_name_another_one_then()
    {
        Change(ExchangeSystem.ThroughAnotherSystem, Regional);

        Assert.Equal(NppoStatus.Onboarding, _nppo.StateBeforeLive);
        Assert.Equal(IntegrationErrors.NotPossibleNow, _nppo.StartTesting(Actor.System, Then).Error);
        Assert.True(_nppo.GoLive(Actor.System, Then).IsSuccess);
        Assert.Equal((NppoStatus.Live, Then), (_nppo.Status, _nppo.WentLiveAt));

        Assert.True(_nppo.MayChangeSystem);
        Assert.Equal(IntegrationErrors.NotPossibleNow, Change(ExchangeSystem.NationalSystem, Nothing).Error);
        Assert.True(Change(ExchangeSystem.ThroughAnotherSystem, Regional with { Receives = true }).IsSuccess);
        Assert.True(_nppo.ServedBy!.Receives);
        _nppo.Suspend("Why", Actor.System, Then);
        Assert.Equal(IntegrationErrors.NotPossibleNow, Change(ExchangeSystem.ThroughAnotherSystem, Regional).Error);
    }

    [Fact]
    public void Who_tested_before_goes_live_from_there()
    {
        Assert.Equal(NppoStatus.Testing, _nppo.StateBeforeLive);
        Assert.Equal(IntegrationErrors.NotPossibleNow, _nppo.GoLive(Actor.System, Then).Error);
        _nppo.StartTesting(Actor.System, Then);
        Assert.True(_nppo.GoLive(Actor.System, Then).IsSuccess);
    }

    [Fact]
    public void What_is_exchanged_follows_from_the_system_and_from_a_connection_that_was_kept()
    {
        var sending = ConnectionSettings.Nothing with { Send = true };
        Assert.Equal((false, false), _nppo.Exchanges([sending]));
        _nppo.StartTesting(Actor.System, Then);
        _nppo.GoLive(Actor.System, Then);
        Assert.Equal((true, true), _nppo.Exchanges([]));
        Assert.Equal((true, true), _nppo.Exchanges([ConnectionSettings.Nothing]));
        Assert.Equal((true, false), _nppo.Exchanges([sending]));
        Assert.Equal((true, true), _nppo.Exchanges([sending, ConnectionSettings.Nothing with { Receive = true }]));

        var served = Nppo.Register(RegistrationSample.SubmitNew(), Guid.NewGuid(), Actor.System, Then);
        served.ChangeSystem(ExchangeSystem.ThroughAnotherSystem, Regional, Person, Then);
        Assert.Equal((false, false), served.Exchanges([]));
        served.GoLive(Actor.System, Then);
        Assert.Equal((true, false), served.Exchanges([]));

        var own = Nppo.Register(RegistrationSample.SubmitNew(), Guid.NewGuid(), Actor.System, Then);
        own.ChangeSystem(ExchangeSystem.NationalSystem, Nothing, Person, Then);
        own.StartTesting(Actor.System, Then);
        own.GoLive(Actor.System, Then);
        Assert.Equal((false, false), own.Exchanges([]));
    }

    [Fact]
    public void Who_has_named_no_system_and_kept_no_connection_rests_on_what_its_country_has_confirmed()
    {
        var sending = ConnectionSettings.Nothing with { Send = true };
        Assert.False(_nppo.RestsOnConfirmedServing([]));
        _nppo.ChangeSystem(ExchangeSystem.ThroughAnotherSystem, Nothing, Person, Then, isServed: true);
        Assert.True(_nppo.RestsOnConfirmedServing([ConnectionSettings.Nothing]));
        Assert.False(_nppo.RestsOnConfirmedServing([sending]));
        Assert.False(_nppo.RestsOnConfirmedServing([ConnectionSettings.Nothing with { Receive = true }]));

        Change(ExchangeSystem.ThroughAnotherSystem, Regional);
        Assert.False(_nppo.RestsOnConfirmedServing([]));
        Assert.Null(_nppo.ExchangesBy([]));
        _nppo.GoLive(Actor.System, Then);
        Assert.Equal(_nppo.ServedBy, _nppo.ExchangesBy([]));
        Assert.NotNull(_nppo.ExchangesBy([]));
        Assert.Null(_nppo.ExchangesBy([sending]));
    }

    [Fact]
    public void Connections_of_a_system_that_was_left_rest_until_it_is_taken_up_again()
    {
        var sending = ConnectionSettings.Nothing with { Send = true, Receive = true };
        Change(ExchangeSystem.ThroughAnotherSystem, Regional);
        Assert.False(_nppo.HasLeftOwnSystem);
        Change(ExchangeSystem.NationalSystem, Nothing);
        Assert.False(_nppo.HasLeftOwnSystem);

        Change(ExchangeSystem.GeNS, Nothing);
        Assert.Equal(Then, _nppo.LeftOwnSystemAt);
        _nppo.ChangeSystem(ExchangeSystem.ThroughAnotherSystem, Regional, Person, Then.AddDays(1));
        Assert.Equal(Then, _nppo.LeftOwnSystemAt);
        _nppo.GoLive(Actor.System, Then.AddDays(2));
        Assert.Equal((true, false), _nppo.Exchanges([sending]));
        Assert.False(_nppo.ExchangesItself([sending]));
        Assert.False(_nppo.HasWayOfItsOwn([sending]));
        Assert.Equal(_nppo.ServedBy, _nppo.ExchangesBy([sending]));
    }

    [Fact]
    public void Back_in_its_own_system_everything_counts_again()
    {
        Change(ExchangeSystem.NationalSystem, Nothing);
        Change(ExchangeSystem.GeNS, Nothing);

        Change(ExchangeSystem.NationalSystem, Nothing);

        Assert.False(_nppo.HasLeftOwnSystem);
        _nppo.StartTesting(Actor.System, Then);
        _nppo.GoLive(Actor.System, Then);
        Assert.Equal((true, false), _nppo.Exchanges([ConnectionSettings.Nothing with { Send = true }]));
    }

    [Fact]
    public void Who_serves_other_countries_does_not_leave_its_own_system()
    {
        Assert.True(_nppo.ChangeSystem(ExchangeSystem.NationalSystem, Nothing, Person, Then, serves: true).IsSuccess);

        Assert.Equal(IntegrationErrors.ServesOthers,
            _nppo.ChangeSystem(ExchangeSystem.GeNS, Nothing, Person, Then, serves: true).Error);
        Assert.True(_nppo.ChangeSystem(ExchangeSystem.NationalSystem, Nothing, Person, Then, serves: true).IsSuccess);
        Assert.Equal((ExchangeSystem.NationalSystem, false), (_nppo.Organization.System, _nppo.HasLeftOwnSystem));
    }

    private Result Change(ExchangeSystem system, NamedSystem named) => _nppo.ChangeSystem(system, named, Person, Then);
}
