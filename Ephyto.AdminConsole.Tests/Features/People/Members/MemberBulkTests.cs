using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Features.People.Members.Components;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

/// <summary>Several members at once.</summary>
public sealed class MemberBulkTests : PageTests
{
    [Fact]
    public async Task The_selected_are_invited_again_and_whoever_is_a_member_already_is_named()
    {
        var nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        var boss = await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "boss@example.org");
        Host.Time.Advance(TimeSpan.FromMinutes(5));
        var before = await EmailsAsync();
        var (dialogs, board) = Open(boss, nppo);
        await board.Find("thead input").ChangeAsync(true);

        var sending = board.PressAsync("Send the invitations again");
        await dialogs.PressAsync("Send the invitations again");
        await sending;

        board.WaitForAssertion(() => Assert.Contains("Done: 1.", board.Markup, StringComparison.Ordinal));
        Assert.Single(board.FindAll(".board-news li"));
        Assert.Equal(before + 1, await EmailsAsync());
    }

    [Fact]
    public async Task A_viewer_selects_for_the_file_alone_and_the_file_is_of_the_organization_that_is_shown()
    {
        var nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        var viewer = await Host.ActiveMemberAsync(nppo, NppoRole.Viewer, "viewer@example.org");
        var (_, board) = Open(viewer, nppo, "?nppo=CI&state=Active&page=2");

        await board.Find("tbody input").ChangeAsync(true);

        Assert.StartsWith($"nppo/members.csv?nppo={nppo}&sort=role&chosen=", board.Find(".list-bulk a").GetAttribute("href"),
            StringComparison.Ordinal);
        Assert.Equal(["Select none"], board.FindAll(".list-bulk button").Select(button => button.TextContent));
        Assert.Equal($"nppo/members.csv?nppo={nppo}&state=Active", board.Find(".page-actions a").GetAttribute("href"));
    }

    private Task<int> EmailsAsync() =>
        Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(email => email.To == "awa.kouassi@example.org"));

    private (IRenderedComponent<MudDialogProvider> Dialogs, IRenderedComponent<MemberBoard> Board) Open(Actor actor, Guid nppo,
        string query = "")
    {
        var reader = Reader(actor);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/nppo/members{query}");
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var board = reader.Render<MemberBoard>(parameters => parameters.Add(b => b.NppoId, nppo)
            .Add(b => b.Organization, "The organization"));
        board.WaitForElement("tbody tr");
        return (dialogs, board);
    }
}
