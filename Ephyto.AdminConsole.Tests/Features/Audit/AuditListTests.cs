using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Audit;
using Ephyto.AdminConsole.Features.Audit.Pages;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Features.Audit;

/// <summary>The audit trail as a list: from either end, on both databases.</summary>
public abstract class AuditOrderTests(DatabaseKind kind) : UseCaseTests(kind)
{
    /// <summary>Each way of asking has an order of its own: by number, by time, by what it is about.</summary>
    [Fact]
    public async Task Either_end_may_come_first_whatever_is_asked_for()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org");
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Audrey Auditor");
        var all = (await PageAsync(new(), null)).Items;
        var about = new SubjectRef(all[^1].Entry.SubjectKind, all[^1].Entry.SubjectId);
        foreach (var filter in new AuditFilter[] { new(), new(NppoId: nppo.Id), new(Since: Host.Now().AddYears(-1)), new(About: about),
            new(Code: all[^1].Code) })
        {
            var newest = await PageAsync(filter, null);
            var oldest = await PageAsync(filter, ListAudit.OldestFirst);
            Assert.NotEmpty(newest.Items);
            Assert.Equal(newest.Total, oldest.Total);
            Assert.Equal(newest.Items.Select(line => line.Sequence).Order(), oldest.Items.Select(line => line.Sequence));
            Assert.Equal(newest.Items.Select(line => line.Sequence).OrderDescending(), newest.Items.Select(line => line.Sequence));
        }

        async Task<PageOf<AuditLine>> PageAsync(AuditFilter filter, string? sort) =>
            (await Host.Get<ListAudit>().HandleAsync(new(filter, 1, sort, 100), auditor, CancellationToken.None)).Value.Page;
    }
}

public sealed class AuditOrderOnSqlite() : AuditOrderTests(DatabaseKind.Sqlite);

public sealed class AuditOrderOnPostgreSql() : AuditOrderTests(DatabaseKind.PostgreSql);

/// <summary>The audit trail as a list: its columns and what is selected.</summary>
public sealed class AuditListPageTests : PageTests
{
    private Actor _auditor = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Host.ConfirmedNppoAsync();
        _auditor = await Host.AppointAsync(HubRole.Auditor, "Audrey");
    }

    [Fact]
    public async Task The_oldest_comes_first_where_it_is_asked_for_and_the_columns_stay_when_another_filter_is_chosen()
    {
        var reader = Reader(_auditor);
        var address = reader.Services.GetRequiredService<BunitNavigationManager>();
        address.NavigateTo("/hub/audit?sort=time&columns=number,nppo&size=50");
        var page = reader.Render<AuditPage>();
        Assert.Equal("Entry 1", page.WaitForElement("tbody tr a").TextContent);
        Assert.Equal(["Number", "What was done", "NPPO"],
            page.FindAll("thead th:not(.list-check)").Select(head => head.TextContent.Trim(' ', '▲', '▼', '\n')));

        await page.Find("#audit-kind").ChangeAsync("nppo.registered");

        Assert.EndsWith("/hub/audit?columns=number%2Cnppo&size=50&sort=time&kind=nppo.registered", address.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
    }

    [Fact]
    public async Task The_selected_entries_come_as_a_file_by_their_numbers()
    {
        var page = Open<AuditPage>(_auditor, "/hub/audit?sort=time");
        await page.WaitForElements("tbody input")[0].ChangeAsync(true);
        await page.FindAll("tbody input")[1].ChangeAsync(true);

        Assert.Equal("hub/audit.csv?sort=time&chosen=1,2", page.Find(".list-bulk a").GetAttribute("href"));
    }
}
