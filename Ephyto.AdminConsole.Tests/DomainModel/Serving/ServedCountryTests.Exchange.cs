using Ephyto.Domain.Common;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Tests.DomainModel.Serving;

/// <content>What becomes of the exchange with the serving organization.</content>
public sealed partial class ServedCountryTests
{
    [Fact]
    public void What_becomes_of_the_serving_organization_concerns_a_country_only_as_long_as_it_is_served()
    {
        var (asked, confirmed, ending) = (Asked(), Confirmed(), Confirmed());
        End(ending, Today.AddDays(1), "Over.");
        var counts = new[] { asked, confirmed, ending }.Select(serving => serving.DomainEvents.Count).ToArray();

        foreach (var serving in new[] { asked, confirmed, ending })
        {
            serving.BeginExchange(Actor.System, Now);
            serving.InterruptExchange(Actor.System, Now);
            serving.ResumeExchange(Actor.System, Now);
        }

        string[] all = [ServingBegun.Name, ServingInterrupted.Name, ServingResumed.Name];
        Assert.Equal(counts[0], asked.DomainEvents.Count);
        Assert.Equal(all, confirmed.DomainEvents.Skip(counts[1]).Select(happened => happened.Code));
        Assert.Equal(all, ending.DomainEvents.Skip(counts[2]).Select(happened => happened.Code));
        Assert.Equal((true, false), (ending.ServesOn(Today), ending.ServesOn(Today.AddDays(1))));
        ending.InterruptExchange(Actor.System, Now.AddDays(1));
        Assert.Equal(counts[2] + 3, ending.DomainEvents.Count);
    }
}
