using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Pages;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.IntegrationDocuments;

/// <summary>The library before the eyes of the hub, and the documents before those of members: several at once.</summary>
public sealed class LibraryPageTests : PageTests
{
    [Fact]
    public async Task Several_documents_are_shown_to_others_at_once()
    {
        var reader = Reader(await Host.AppointAsync(HubRole.HubAdministrator));
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        reader.Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/hub/documents");
        var page = reader.Render<LibraryPage>();
        await page.WaitForElement("thead input").ChangeAsync(true);

        var showing = page.PressAsync("Show to: Administrators and integrators");
        dialogs.WaitForAssertion(
            () => Assert.Contains("5 documents are shown to: Administrators and integrators", dialogs.Markup, StringComparison.Ordinal));
        await dialogs.PressAsync("Show to: Administrators and integrators");
        await showing;

        page.WaitForAssertion(() => Assert.Contains("Done: 5.", page.Markup, StringComparison.Ordinal));
        Assert.All(await Host.StoreAsync(db => db.Set<IntegrationDocument>().Select(document => document.Audience).ToListAsync()),
            audience => Assert.Equal(DocumentAudience.Integrators, audience));
    }

    [Fact]
    public async Task Whoever_may_only_read_selects_for_the_file_alone()
    {
        var page = Open<LibraryPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), "/hub/documents");
        await page.WaitForElement("tbody input").ChangeAsync(true);

        Assert.StartsWith("hub/documents.csv?sort=kind&chosen=", page.Find(".list-bulk a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(["Select none"], page.FindAll(".list-bulk button").Select(button => button.TextContent));
        Assert.Empty(page.FindAll(".page-actions button"));
    }

    [Fact]
    public async Task A_member_takes_what_they_selected_as_one_archive_and_the_list_of_it_as_a_file()
    {
        var nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        var viewer = await Host.ActiveMemberAsync(nppo, NppoRole.Viewer, "viewer@example.org");
        var page = Open<DocumentsPage>(viewer, "/nppo/documents");
        await page.WaitForElement("tbody input").ChangeAsync(true);

        var key = page.Find("tbody th a").GetAttribute("href")!.Split('/')[^1].Replace("-", "", StringComparison.Ordinal);
        Assert.Equal(
            [$"nppo/documents.csv?nppo={nppo}&sort=language&chosen={key}", $"nppo/documents/all.zip?nppo={nppo}&chosen={key}"],
            page.FindAll(".list-bulk a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["Read Integration guide", "PDF Integration guide", "Markdown Integration guide"],
            page.Find(".list-acts").QuerySelectorAll("a")
                .Select(link => string.Join(' ', link.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }
}
