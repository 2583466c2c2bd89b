using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Tests.DomainModel.Serving;

/// <content>What the contact point is told of changes of the connection.</content>
public sealed partial class ServedCountryTests
{
    private static readonly ServedExchange Receiving = new(Sends: false, Receives: true);
    private static readonly ServedExchange Sending = new(Sends: true, Receives: false);

    [Fact]
    public void Changes_that_follow_each_other_are_told_once_when_the_pause_after_the_first_is_over()
    {
        var (serving, due) = (Confirmed(), Now + ServedCountry.PauseOfTelling);
        Assert.False(serving.TellChange(Both, due));
        serving.ExchangeChanged(Both, Receiving, Actor.System, Now);
        serving.ExchangeChanged(Receiving, Sending, Actor.System, Now.AddMinutes(9));
        Assert.Equal((Both, Now), (serving.Told, serving.UntoldSince));
        Assert.False(serving.TellChange(Sending, due.AddTicks(-1)));

        Assert.True(serving.TellChange(Sending, due));

        var told = Assert.IsType<ServingChangeTold>(serving.DomainEvents[^1]);
        Assert.Equal((Both, Sending, Actor.System), (told.From, told.To, told.Actor));
        Assert.Equal((Sending, null, due), (serving.Told, serving.UntoldSince, serving.ToldAt));
        Assert.False(serving.TellChange(Sending, due.AddDays(1)));
    }

    [Fact]
    public void What_is_changed_back_before_it_was_told_is_not_told()
    {
        var serving = Confirmed();
        serving.ExchangeChanged(Both, Receiving, Actor.System, Now);
        serving.ExchangeChanged(Receiving, Both, Actor.System, Now.AddMinutes(1));

        Assert.Null(serving.UntoldSince);
        Assert.False(serving.TellChange(Both, Now.AddDays(1)));
    }

    [Fact]
    public void Whoever_reads_what_the_connection_does_on_another_occasion_is_not_told_of_it_again()
    {
        var serving = Confirmed();
        serving.ExchangeChanged(Both, Receiving, Actor.System, Now);

        serving.Knows(Receiving);

        Assert.Equal((Receiving, null), (serving.Told, serving.UntoldSince));
        serving.ExchangeChanged(Receiving, Both, Actor.System, Now);
        Assert.True(End(serving, Today, "Over.").IsSuccess);
        Assert.False(serving.TellChange(Both, Now.AddDays(1)));
    }

    [Fact]
    public void The_message_by_which_more_is_agreed_to_is_sent_once_more_after_a_moment()
    {
        var (serving, actor, next) = (Confirmed(Receiving), Actor.User(Person), Contact());
        Assert.Equal(ServingErrors.NotPossibleNow, serving.TellAgain(Receiving, _contact, actor, Now).Error);
        serving.ExchangeChanged(Receiving, Both, actor, Now);
        Assert.Equal(ServingErrors.AskedRecently, serving.TellAgain(Both, _contact, actor, Now.AddDays(1)).Error);
        Assert.True(serving.TellChange(Both, Now.AddDays(1)));
        var again = Now.AddDays(1) + ServedCountry.PauseOfAsking;
        Assert.Equal(ServingErrors.AskedRecently, serving.TellAgain(Both, _contact, actor, again.AddTicks(-1)).Error);
        Assert.Equal(
            ServingErrors.NoOfficialContact, serving.TellAgain(Both, Contact(ContactPointKind.LocalContact), actor, again).Error);

        Assert.True(serving.TellAgain(Both, next, actor, again).IsSuccess);

        Assert.Equal((next.Id, again), (serving.ContactPointId, serving.ToldAt));
        var told = Assert.IsType<ServingChangeTold>(serving.DomainEvents[^1]);
        Assert.Equal((Both, Both, actor), (told.From, told.To, told.Actor));
        Assert.True(serving.Agree(_contact, Both, again).IsSuccess);
        Assert.Equal(ServingErrors.NotPossibleNow, serving.TellAgain(Both, _contact, actor, again.AddDays(1)).Error);
    }
}
