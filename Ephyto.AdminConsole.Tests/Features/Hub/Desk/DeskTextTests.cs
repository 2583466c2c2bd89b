using Bunit;
using Ephyto.AdminConsole.Features.Hub.Desk.Pages;
using Ephyto.AdminConsole.Features.Registrations.Staff.Pages;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Tests.Features.Hub.Desk;

/// <summary>What the desk and its list say of numbers, and of finding nothing.</summary>
public sealed class DeskTextTests : PageTests
{
    [Fact]
    public async Task Several_of_a_state_are_counted_in_the_plural()
    {
        foreach (var country in (string[])["BO", "PE"])
        {
            var registration = Host.Escalated(country);
            await Host.AddAsync(registration);
            await Host.ChangeAsync(registration, stored => stored.Withdraw(null, Host.Now()));
        }

        ReadIn("fr");
        var desk = Open<DeskPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), "/hub");

        desk.WaitForAssertion(() => Assert.Contains("2 Retirées", desk.FindAll(".tile").Select(tile => tile.TextContent.Trim())));
        Assert.Contains("0 Confirmée", desk.FindAll(".tile").Select(tile => tile.TextContent.Trim()));
    }

    [Theory]
    [InlineData("state=Declined", "Choose fewer filters, or show everything.")]
    [InlineData("search=nowhere", "Use fewer words, or choose fewer filters.")]
    [InlineData("search=nowhere&state=Declined", "Use fewer words, or choose fewer filters.")]
    public async Task Who_finds_nothing_is_told_what_to_change(string query, string hint)
    {
        await Host.AddAsync(Host.Escalated("BO"));

        var list = Open<RegistrationList>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), $"/hub/registrations?{query}");

        list.WaitForAssertion(() => Assert.Contains(hint, list.Markup, StringComparison.Ordinal));
    }
}
