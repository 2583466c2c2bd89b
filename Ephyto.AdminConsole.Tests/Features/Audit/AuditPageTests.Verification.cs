using Bunit;
using Ephyto.AdminConsole.Features.Audit.Pages;
using Ephyto.AdminConsole.Tests.Platform.Auditing;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Components.Forms;

namespace Ephyto.AdminConsole.Tests.Features.Audit;

public sealed partial class AuditPageTests
{
    [Fact]
    public async Task A_verification_says_that_the_chain_holds_and_what_its_head_is()
    {
        var page = Open<AuditPage>(_auditor, "/hub/audit");
        var head = (await Host.VerifyAsync()).Head;

        await Button(page, "Verify").ClickAsync();

        page.WaitForAssertion(
            () => Assert.Contains($"The chain holds: {head.Sequence} entries", page.Find(".audit-proof .notice").TextContent,
                StringComparison.Ordinal));
        Assert.Equal(head.ToString(), page.Find(".audit-proof code").TextContent);
        Assert.Equal(head, (await Host.VerifyAsync()).Head);
    }

    [Fact]
    public async Task A_tampered_entry_is_named_and_leads_to_its_page()
    {
        await Host.ChangeFactsAsync(3, """{"country":"XX"}""");
        var page = Open<AuditPage>(_auditor, "/hub/audit");

        await Button(page, "Verify").ClickAsync();

        page.WaitForAssertion(
            () => Assert.Contains("Entry 3 is broken", page.Find(".audit-proof .notice").TextContent, StringComparison.Ordinal));
        Assert.Contains("Changed", page.Find(".audit-proof .notice").TextContent, StringComparison.Ordinal);
        Assert.Equal("hub/audit/3", page.Find(".audit-proof .notice a").GetAttribute("href"));
        var entry = Open<AuditEntryPage>(_auditor, "/hub/audit/3", shown => shown.Add(p => p.Sequence, 3));
        Assert.Contains("The hash does not fit", entry.WaitForElement(".page-header").TextContent, StringComparison.Ordinal);
        Assert.Contains("XX", entry.Find(".facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_that_was_pasted_or_uploaded_shows_an_end_that_was_cut_off()
    {
        var head = (await Host.VerifyAsync()).Head;
        await Host.CutAfterAsync(head.Sequence - 2);
        var page = Open<AuditPage>(_auditor, "/hub/audit");

        await page.WaitForElement("#head").ChangeAsync("no head");
        await Button(page, "Verify").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("This is not an exported head", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".audit-proof .notice"));

        await page.Find("#head").ChangeAsync(head.ToString());
        await Button(page, "Verify").ClickAsync();
        page.WaitForAssertion(
            () => Assert.Contains($"Entry {head.Sequence - 1} is broken", page.Find(".audit-proof .notice").TextContent,
                StringComparison.Ordinal));
        Assert.Contains("Cut off", page.Find(".audit-proof .notice").TextContent, StringComparison.Ordinal);

        await page.Find("#head").ChangeAsync("");
        page.FindComponent<InputFile>()
            .UploadFiles(InputFileContent.CreateFromText($$"""{"sequence":{{head.Sequence}},"hash":"{{head.Hash}}"}""", "audit-head.json"));
        page.WaitForAssertion(() => Assert.Contains(head.Hash, page.Find("#head").GetAttribute("value"), StringComparison.Ordinal));
    }
}
