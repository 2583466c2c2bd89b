using Bunit;
using Ephyto.AdminConsole.Features.Integration.Components;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Connections;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Integration;

/// <summary>Two people of one organization change the same connection.</summary>
public sealed class OvertakenConnectionTests : PageTests
{
    [Fact]
    public async Task The_form_says_who_was_faster_shows_what_is_saved_and_the_next_press_goes_on_from_there()
    {
        var nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        var boss = await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "boss@example.org");
        var faster = await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "quick.colleague@example.org");
        var settings = ConnectionSettings.Nothing with { Send = true, Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued)] };
        var id = (await Host.Get<SaveConnection>().HandleAsync(new(nppo, null, 0, settings), boss, default)).Value;
        var board = Open<ConnectionBoard>(boss, "/nppo/connection",
            parameters => parameters.Add(b => b.NppoId, nppo).Add(b => b.Country, "Côte d’Ivoire"));
        await board.WaitForElements("section.card button")
            .First(button => button.TextContent.Contains("Change", StringComparison.Ordinal)).ClickAsync();
        await board.Find("input[name=receive]").ChangeAsync(true);
        var seen = await Host.StoreAsync(db => db.Set<Connection>().AsNoTracking().SingleAsync(c => c.Id == id));
        Assert.True(
            (await Host.Get<SaveConnection>()
                .HandleAsync(new(nppo, id, seen.Version, settings with { Send = false }), faster, default)).IsSuccess);

        await board.Find("section form").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains("quick.colleague", board.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.NotNull(board.Find("[role=alert] .facts"));
        Assert.True(board.Find("input[name=receive]").HasAttribute("checked"));

        await board.Find("section form").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains("The connection is saved.", board.Markup, StringComparison.Ordinal));
        var saved = await Host.StoreAsync(db => db.Set<Connection>().AsNoTracking().SingleAsync(c => c.Id == id));
        Assert.Equal((true, true), (saved.Settings.Send, saved.Settings.Receive));
    }
}
