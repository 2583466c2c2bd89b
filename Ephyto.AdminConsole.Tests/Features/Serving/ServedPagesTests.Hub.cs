using Bunit;
using Ephyto.AdminConsole.Features.Integration.Components;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

/// <content>What the hub reads before it acts, and in its list.</content>
public sealed partial class ServedPagesTests
{
    [Fact]
    public async Task Before_a_serving_organization_is_set_live_the_countries_that_begin_to_exchange_with_it_are_named()
    {
        var (swiss, _) = await Host.ConfirmedNppoAsync("CH", Given.Awa with { Email = "first.ch@example.org" });
        var boss = await Host.ActiveMemberAsync(swiss.Id, NppoRole.Administrator, "boss.ch@example.org");
        await Host.ChangeAsync(swiss, nppo => Assert.True(nppo.ChangeSystem(ExchangeSystem.ThroughAnotherSystem,
            new("Other system", new(2020, 1, 1), true, true), boss.Id, Host.Now()).IsSuccess));
        var connection = await ServingWorld.ConnectAsync(Host, swiss.Id);
        await Host.HandContactAsync(swiss.Id, await Host.ActiveMemberAsync(swiss.Id, NppoRole.Administrator, "second.ch@example.org"));
        await Host.AddAsync(ServingWorld.Contact("LI", "contact.li@example.org", Host.Now()));
        await Host.ConfirmedAsync((await Host.AskedAsync(swiss.Id, boss, connection, "LI")).Id);
        var reader = Reader(await Host.AppointAsync(HubRole.HubAdministrator));
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var board = reader.Render<IntegrationBoard>(parameters => parameters.Add(b => b.NppoId, swiss.Id).Add(b => b.ForHub, true));

        var asking = board.WaitForElement("button.button-primary").ClickAsync();

        dialogs.WaitForAssertion(() => Assert.Contains(
            "Countries that its connections serve (1): Liechtenstein. Exchange for them begins at once.", Plain(dialogs.Markup),
            StringComparison.Ordinal));
        await dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Cancel").ClickAsync();
        await asking;
    }
}
