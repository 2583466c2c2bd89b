using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Tests.DomainModel.Serving;

public sealed partial class ServedCountryTests
{
    [Theory]
    [InlineData(true, true, false, true)]
    [InlineData(true, false, true, true)]
    [InlineData(false, true, true, false)]
    public void Nothing_counts_but_what_was_agreed_and_more_is_agreed_to_once(bool sends, bool receives, bool thenSends, bool thenReceives)
    {
        var (agreed, now) = (new ServedExchange(sends, receives), new ServedExchange(thenSends, thenReceives));
        var serving = Asked();
        Assert.Null(serving.Agreed);
        Assert.Equal((now, false), (serving.Counted(now), serving.AsksMore(now)));
        Assert.Equal(ServingErrors.NotPossibleNow, serving.Agree(_contact, now, Now).Error);
        serving.Confirm(_contact, agreed, false, SelfConfirmationRule.Allow, Now);

        Assert.Equal(agreed, serving.Agreed);
        var counted = new ServedExchange(sends && thenSends, receives && thenReceives);
        Assert.Equal((counted, counted != now), (serving.Counted(now), serving.AsksMore(now)));
        Assert.Equal((agreed, false), (serving.Counted(agreed), serving.AsksMore(agreed)));
        Assert.Equal(ServingErrors.NotPossibleNow, serving.Agree(_contact, agreed, Now).Error);
        if (counted == now) return;

        Assert.Equal(ServingErrors.NoOfficialContact, serving.Agree(Contact(ContactPointKind.LocalContact), now, Now).Error);
        Assert.True(serving.Agree(_contact, now, Now).IsSuccess);
        Assert.Equal((now, false, ServingState.Confirmed), (serving.Agreed, serving.AsksMore(now), serving.State));
        var told = Assert.IsType<ServingExchangeAgreed>(serving.DomainEvents[^1]);
        Assert.Equal((agreed, now, Actor.ContactPoint(_contact.Id)), (told.From, told.To, told.Actor));
        Assert.Equal(EventFact.YesNo(sends), told.Facts[$"send{DomainEvent.Before}"]);
    }

    [Fact]
    public void What_was_agreed_before_it_was_kept_is_what_the_connection_did()
    {
        var serving = Confirmed();
        // As a row of an earlier version is read.
        foreach (var name in new[] { nameof(ServedCountry.AgreedSends), nameof(ServedCountry.AgreedReceives) })
            typeof(ServedCountry).GetProperty(name)!.SetValue(serving, null);
        Assert.Equal((Both, false), (serving.Counted(Both), serving.AsksMore(Both)));

        serving.ExchangeChanged(new(Sends: false, Receives: true), Both, Actor.System, Now);

        Assert.Equal((new(Sends: false, Receives: true), true), (serving.Counted(Both), serving.AsksMore(Both)));
    }
}
