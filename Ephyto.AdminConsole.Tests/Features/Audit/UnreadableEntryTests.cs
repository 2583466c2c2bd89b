using System.Text;
using Bunit;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Audit;
using Ephyto.AdminConsole.Features.Audit.Pages;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Tests.Platform.Auditing;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.Features.Audit;

public sealed class UnreadableEntryOnSqlite() : UnreadableEntryTests(DatabaseKind.Sqlite);

public sealed class UnreadableEntryOnPostgreSql() : UnreadableEntryTests(DatabaseKind.PostgreSql);

/// <summary>An entry whose row holds what no entry can hold, because somebody changed it in the database.</summary>
public abstract class UnreadableEntryTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Actor _auditor = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Host.WriteEntriesAsync(5);
        _auditor = await Host.AppointAsync(HubRole.Auditor, "Audrey Auditor");
    }

    [Fact]
    public async Task An_entry_that_cannot_be_read_hides_neither_the_others_nor_itself_and_stops_nobody()
    {
        var last = (await Host.VerifyAsync()).Head.Sequence;
        await Host.ExecuteRawAsync($"UPDATE \"AuditEntries\" SET \"ActorKind\" = 'Martian' WHERE \"Sequence\" = {last}");

        await Host.AppointAsync(HubRole.SecretariatOfficer, "Olga");

        var lines = (await Host.Get<ListAudit>().HandleAsync(new(new()), _auditor, CancellationToken.None)).Value.Page.Items;
        Assert.Equal("hub-user.appointed", lines[0].Code);
        var broken = Assert.Single(lines, line => !line.Entry.IsReadable);
        Assert.Equal((last, false), (broken.Sequence, broken.Entry.IsIntact));
        Assert.Null(broken.About);
        var file = (await Host.Get<ViewAuditEntry>().HandleAsync(last, _auditor, CancellationToken.None)).Value;
        Assert.False(file.Line.Entry.IsReadable);
        Assert.Equal(new AuditBreak(last, AuditFault.Changed), (await Host.VerifyAsync()).Break);

        List<AuditLine> exported = [];
        await foreach (var batch in (await Host.Get<ExportAudit>().HandleAsync(new(new()), _auditor, CancellationToken.None)).Value.Batches)
            exported.AddRange(batch);
        Assert.Equal(last + 1, exported.Count);
        Assert.Equal(last, Assert.Single(exported, line => !line.Entry.IsReadable).Sequence);

        using var csv = new MemoryStream();
        await Host.Get<AuditCsv>()
            .WriteAsync((await Host.Get<ExportAudit>().HandleAsync(new(new()), _auditor, CancellationToken.None)).Value.Batches,
                new ReaderTimeZone(), csv, CancellationToken.None);
        var rows = Encoding.UTF8.GetString(csv.ToArray()).Split('\n');
        var unreadable = Assert.Single(rows, row => row.Contains("cannot be read", StringComparison.Ordinal));
        Assert.Equal(rows[0].Count(letter => letter == ','), unreadable.Count(letter => letter == ','));
    }
}

public sealed class UnreadableEntryPageTests : PageTests
{
    [Fact]
    public async Task An_entry_that_cannot_be_read_says_so_in_the_list_and_on_its_page()
    {
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Audrey Auditor");
        var last = (await Host.VerifyAsync()).Head.Sequence;
        await Host.ExecuteAsync($"""UPDATE "AuditEntries" SET "At" = 'long ago' WHERE "Sequence" = {last}""");

        var page = Open<AuditPage>(auditor, "/hub/audit");
        var line = page.WaitForElement("tbody tr");
        Assert.Contains("This entry cannot be read", line.TextContent, StringComparison.Ordinal);
        Assert.Equal($"hub/audit/{last}", line.QuerySelector("a")!.GetAttribute("href"));
        await page.FindAll("button").Single(button => button.TextContent.Contains("Verify", StringComparison.Ordinal)).ClickAsync();
        page.WaitForAssertion(
            () => Assert.Contains($"Entry {last} is broken", page.Find(".audit-proof .notice").TextContent, StringComparison.Ordinal));

        var entry = Open<AuditEntryPage>(auditor, $"/hub/audit/{last}", shown => shown.Add(p => p.Sequence, last));
        Assert.Contains("This entry cannot be read", entry.WaitForElement("h1").TextContent, StringComparison.Ordinal);
        Assert.Empty(entry.FindAll(".facts"));
    }
}
