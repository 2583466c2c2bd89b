using Bunit;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.Components.Lists;

/// <summary>What is said of an act on several rows.</summary>
public sealed class BulkNewsTests : PageTests
{
    [Fact]
    public async Task Each_act_leads_to_what_came_of_it_also_where_that_sounds_alike()
    {
        var reader = Reader(await Host.AppointAsync(HubRole.Auditor, "Auditor"));
        var focus = reader.JSInterop.SetupVoid("Blazor._internal.domWrapper.focus", _ => true).SetVoidResult();
        var news = reader.Render<BulkNews>(parameters => parameters.Add(one => one.Outcome, null));
        Assert.Empty(focus.Invocations);

        await ActAsync("apple");
        Assert.Single(focus.Invocations);
        var said = news.Find(".notice").TextContent;
        await ActAsync("pear");

        Assert.Equal(2, focus.Invocations.Count);
        Assert.Equal(said, news.Find(".notice").TextContent);

        async Task ActAsync(string row)
        {
            var outcome = await BulkOutcome.OfAsync([row], one => one, _ => Task.FromResult<DomainError?>(null));
            news.Render(parameters => parameters.Add(one => one.Outcome, outcome));
        }
    }
}
