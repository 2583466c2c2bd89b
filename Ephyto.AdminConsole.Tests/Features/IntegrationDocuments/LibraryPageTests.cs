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

/// <summary>The library before the eyes of the hub: several documents at once.</summary>
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
        dialogs.WaitForAssertion(() => Assert.Contains("4 documents are shown to: Administrators and integrators", dialogs.Markup, StringComparison.Ordinal));
        await dialogs.PressAsync("Show to: Administrators and integrators");
        await showing;

        page.WaitForAssertion(() => Assert.Contains("Done: 4.", page.Markup, StringComparison.Ordinal));
        Assert.All(await Host.StoreAsync(db => db.Set<IntegrationDocument>().Select(document => document.Audience).ToListAsync()), audience => Assert.Equal(DocumentAudience.Integrators, audience));
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
}
