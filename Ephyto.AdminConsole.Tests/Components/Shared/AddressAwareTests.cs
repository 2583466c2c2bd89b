using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

/// <summary>Links that keep the rest of the address keep that of now, not that of their first render.</summary>
public sealed class AddressAwareTests : PageTests
{
    [Fact]
    public void The_pages_of_either_list_keep_the_filter_chosen_meanwhile()
    {
        var reader = Reader(Actor.Anonymous);
        var address = reader.Services.GetRequiredService<BunitNavigationManager>();
        address.NavigateTo("/hub/registrations");
        var list = reader.Render<ListPager>(p => p.Add(x => x.Number, 1).Add(x => x.Size, 25).Add(x => x.Total, 100));
        var pager = reader.Render<Pager>(p => p.Add(x => x.Number, 1).Add(x => x.Total, 100));

        address.NavigateTo("/hub/registrations?region=Africa");

        list.WaitForAssertion(
            () => Assert.EndsWith("?region=Africa&page=last", list.Find("a[rel=last]").GetAttribute("href"), StringComparison.Ordinal));
        pager.WaitForAssertion(
            () => Assert.EndsWith("?region=Africa&page=2", pager.Find("a[rel=next]").GetAttribute("href"), StringComparison.Ordinal));
    }
}
