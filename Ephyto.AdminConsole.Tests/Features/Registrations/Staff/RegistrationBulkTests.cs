using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Features.Registrations.Staff.Pages;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Staff;

/// <summary>The list of registrations: several at once, and the views that a person keeps of it.</summary>
public sealed class RegistrationBulkTests : PageTests
{
    [Fact]
    public async Task Several_contact_points_are_asked_again_and_what_is_refused_is_told_by_name()
    {
        var (escalated, fresh) = (Host.Escalated("BO"), Host.Submitted("VN"));
        await Host.AddAsync(Host.Contact("BO"));
        await Host.AddAsync(escalated, fresh);
        var (dialogs, list) = Open(await Host.AppointAsync(HubRole.SecretariatOfficer), role: HubRole.SecretariatOfficer);
        await list.Find("thead input").ChangeAsync(true);
        var asking = list.PressAsync("Send to the contact point again");
        dialogs.WaitForAssertion(
            () => Assert.Contains("the directory has today: 1. Selected", dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains("stay as they are: 1.", dialogs.Markup, StringComparison.Ordinal);
        await dialogs.PressAsync("Send the message now");
        await asking;

        list.WaitForAssertion(() => Assert.Contains("Done: 1.", list.Find(".board-news").TextContent, StringComparison.Ordinal));
        var refused = list.Find(".board-news li").TextContent;
        Assert.Contains(fresh.Reference, refused, StringComparison.Ordinal);
        Assert.DoesNotContain(escalated.Reference, refused, StringComparison.Ordinal);
        // What was done needs nobody any more; what was refused still does.
        Assert.Equal("1 selected", list.Find(".list-bulk [role=status]").TextContent);
        Assert.EndsWith(fresh.Reference, list.Find("tbody input[checked]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(
            RegistrationStatus.AwaitingContactPoint,
            await Host.StoreAsync(db => db.Set<Registration>().Where(r => r.Id == escalated.Id).Select(r => r.Status).SingleAsync()));
    }

    [Fact]
    public async Task Where_no_contact_point_can_be_asked_nothing_is_asked_of_the_officer_either()
    {
        await Host.AddAsync(Host.Submitted("VN"));
        var (dialogs, list) = Open(await Host.AppointAsync(HubRole.SecretariatOfficer), role: HubRole.SecretariatOfficer);
        await list.Find("thead input").ChangeAsync(true);

        await list.PressAsync("Send to the contact point again");

        list.WaitForAssertion(() => Assert.Contains("Not done: 1.", list.Find(".board-news").TextContent, StringComparison.Ordinal));
        Assert.Empty(dialogs.FindAll("[role=dialog]"));
    }

    [Fact]
    public async Task Whoever_may_only_read_selects_for_the_file_alone()
    {
        var registration = Host.Escalated("BO");
        await Host.AddAsync(registration);
        var (_, list) = Open(await Host.AppointAsync(HubRole.Auditor));

        await list.Find("tbody input").ChangeAsync(true);

        Assert.Equal($"hub/registrations.csv?sort=-submitted&chosen={registration.Id:N}", list.Find(".list-bulk a").GetAttribute("href"));
        Assert.Equal(["Select none"], list.FindAll(".list-bulk button").Select(button => button.TextContent));
    }

    [Fact]
    public async Task A_view_is_kept_opened_first_and_deleted()
    {
        var reader = await Host.AppointAsync(HubRole.Auditor);
        await Host.AddAsync(Host.Submitted("BO"), Host.Submitted("VN"));
        var (_, list) = Open(reader, "?state=Submitted&columns=email&page=1");
        await list.Find("#view-name").ChangeAsync("Not verified");
        await list.Find("form[data-keep^='view of']").SubmitAsync();
        list.WaitForAssertion(
            () => Assert.Equal("hub/registrations?columns=email&state=Submitted", list.Find(".list-views a").GetAttribute("href")));
        await list.PressAsync("Open first Not verified");
        list.WaitForAssertion(() => Assert.Equal("true", list.Find(".list-views [aria-pressed]").GetAttribute("aria-pressed")));

        Assert.Equal("true", list.Find(".list-views a").GetAttribute("aria-current"));

        var (_, later) = Open(reader);
        later.WaitForAssertion(
            () => Assert.EndsWith("/hub/registrations?columns=email&state=Submitted", AddressOf(later), StringComparison.Ordinal));
        Assert.Equal(["Reference", "E-mail"],
            later.FindAll("thead th:not(.list-check)").Select(head => head.TextContent.Trim(' ', '▲', '▼', '\n')));

        // Whoever starts over on the open list sees all of it.
        later.Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/hub/registrations");
        Assert.EndsWith("/hub/registrations", AddressOf(later), StringComparison.Ordinal);
        Assert.Null(later.Find(".list-views a").GetAttribute("aria-current"));
        await later.PressAsync("Rename Not verified");
        await later.Find("#view-rename").ChangeAsync("");
        await later.Find("form[data-keep^='view ']:has(#view-rename)").SubmitAsync();
        later.WaitForAssertion(() => Assert.Contains("Give the view a name.", later.Markup, StringComparison.Ordinal));
        await later.PressAsync("Cancel");
        await later.PressAsync("Delete Not verified");
        Assert.Contains("Delete the view “Not verified”?", later.Find(".list-views").TextContent, StringComparison.Ordinal);
        await later.PressAsync("Cancel");
        Assert.Equal("Not verified", later.Find(".list-views a[data-opened]").TextContent);
        await later.PressAsync("Delete Not verified");
        await later.PressAsync("Delete");
        later.WaitForAssertion(() => Assert.Contains("You have no saved view of this list yet.", later.Markup, StringComparison.Ordinal));
    }

    private static string AddressOf(IRenderedComponent<RegistrationList> list) =>
        list.Services.GetRequiredService<BunitNavigationManager>().Uri;

    private (IRenderedComponent<MudDialogProvider> Dialogs, IRenderedComponent<RegistrationList> List) Open(
        Actor actor, string query = "", HubRole? role = null)
    {
        var reader = Reader(actor);
        if (role is { } held) reader.AddAuthorization().SetAuthorized("Reader").SetClaims(
            new Claim(ClaimTypes.NameIdentifier, actor.Id.ToString()), new Claim(ConsoleClaims.HubRole, held.ToString()));
        reader.Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/hub/registrations{query}");
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        return (reader.Render<MudDialogProvider>(), reader.Render<RegistrationList>());
    }
}
