using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Features.Registrations.Staff.Pages;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Features.Hub.Desk;

public sealed partial class DeskPagesTests
{
    [Fact]
    public async Task The_list_follows_and_keeps_its_filter()
    {
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");
        await Host.AddAsync(Host.Submitted("BO"));
        var list = Open<RegistrationList>(auditor, "/hub/registrations?search=bolivia&state=Submitted");
        Assert.Single(list.FindAll("tbody tr"));

        var renders = list.RenderCount;
        await Host.AddAsync(Host.Submitted("VN"), Host.Escalated("PE"));
        list.WaitForState(() => list.RenderCount > renders);
        Assert.Single(list.FindAll("tbody tr"));
        Assert.Equal("bolivia", list.Find("#search").GetAttribute("value"));
    }

    [Fact]
    public async Task A_filter_goes_into_the_address()
    {
        var reader = Reader(await Host.AppointAsync(HubRole.Auditor, "Auditor"));
        var address = reader.Services.GetRequiredService<BunitNavigationManager>();
        address.NavigateTo("/hub/registrations?page=4");
        var list = reader.Render<RegistrationList>();

        await list.Find("#search").ChangeAsync(" côte & co ");
        await list.Find("#state").ChangeAsync("open");

        Assert.EndsWith("/hub/registrations?search=c%C3%B4te%20%26%20co&state=open", address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_goes_into_the_address_and_is_told_to_a_screen_reader()
    {
        var list = Open<RegistrationList>(await Host.AppointAsync(HubRole.Auditor, "Auditor"),
            "/hub/registrations?sort=reference&state=Submitted");
        await Host.AddAsync(Host.Submitted("BO"));
        list.WaitForElement("th[aria-sort=ascending]");

        Assert.EndsWith("sort=-reference&state=Submitted", list.Find("th[aria-sort] a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?page=-1&state=77&search=%25")]
    [InlineData("?page=99999999999999&state=Nonsense")]
    [InlineData("?page=abc&search='%3B--&state=Confirmed")]
    [InlineData("?sort=-nonsense&region=Atlantis&age=5&language=%3Cscript%3E&decided=x&month=0000-99")]
    public async Task A_hostile_address_is_answered_calmly(string query)
    {
        var list = Open<RegistrationList>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), $"/hub/registrations{query}");

        Assert.Equal("Registrations", list.Find("h1").TextContent);
    }
}
