using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

/// <summary>Links that keep the rest of the address keep that of now, not that of their first render.</summary>
public sealed class AddressAwareTests : PageTests
{
    [Fact]
    public void A_sorted_column_and_the_pages_keep_the_filter_chosen_meanwhile()
    {
        var reader = Reader(Actor.Anonymous);
        var address = reader.Services.GetRequiredService<BunitNavigationManager>();
        address.NavigateTo("/hub/registrations");
        var column = reader.Render<SortHeader>(p => p.Add(x => x.Key, "reference").Add(x => x.Label, "Reference").Add(x => x.Current, "-submitted"));
        var pager = reader.Render<Pager>(p => p.Add(x => x.Number, 1).Add(x => x.Total, 100));

        address.NavigateTo("/hub/registrations?region=Africa");

        column.WaitForAssertion(() => Assert.EndsWith("?region=Africa&sort=reference", column.Find("a").GetAttribute("href"), StringComparison.Ordinal));
        pager.WaitForAssertion(() => Assert.EndsWith("?region=Africa&page=2", pager.Find("a[rel=next]").GetAttribute("href"), StringComparison.Ordinal));
    }
}
