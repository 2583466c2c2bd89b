using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Ephyto.AdminConsole.Tests.Platform.Auditing;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.Features.Audit;

/// <summary>What people keep of the audit trail, to prove something with it later or to prove it themselves.</summary>
public sealed class AuditFilesTests : UseCaseTests
{
    private static readonly string[] Hashed = ["Sequence", "At", "ActorKind", "ActorId", "Code", "SubjectKind", "SubjectId", "NppoId",
        "Facts", "PreviousHash"];
    private Guid _nppo;

    public AuditFilesTests()
        : base(DatabaseKind.Sqlite)
    {
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        await Host.AppointAsync(HubRole.Auditor, await Host.AccountAsync("auditor@example.org"));
    }

    [Fact]
    public async Task A_member_computes_each_hash_of_the_own_part_again()
    {
        using var boss = await Host.SignedInAsync("boss@example.org");

        var rows = Read(await boss.GetByteArrayAsync(new Uri($"/nppo/history.csv?nppo={_nppo}", UriKind.Relative)));

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var text = string.Join('\u001f', Hashed.Select(name => row[name]));
            Assert.Equal(row["Hash"], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
            Assert.Equal(_nppo.ToString("N"), row["NppoId"]);
        });
        Assert.Contains(rows, row => row["What was done"] == "The NPPO was registered" && row["By"] == "the contact point");
    }

    [Fact]
    public async Task The_whole_trail_comes_as_a_file_in_batches_with_one_header_only()
    {
        await Host.AddAsync([.. Enumerable.Range(0, 1100).Select(number => Ephyto.Domain.Members.Member.Invite(
            _nppo, EmailAddress.TryParse($"person{number}@example.org")!, "en", NppoRole.Viewer, Guid.NewGuid(), Host.Now()))]);
        using var auditor = await Host.SignedInAsync("auditor@example.org");

        var bytes = await auditor.GetByteArrayAsync(new Uri("/hub/audit.csv", UriKind.Relative));
        var rows = Read(bytes);
        var ofOneKind =
            Read(await auditor.GetByteArrayAsync(
                new Uri("/hub/audit.csv?kind=nppo.registered&from=2026-03-02&to=2026-03-02", UriKind.Relative)));

        var head = (await Host.VerifyAsync()).Head;
        Assert.Equal(Enumerable.Range(1, (int)head.Sequence).Reverse().Select(number => number.ToString(CultureInfo.InvariantCulture)),
            rows.Select(row => row["Sequence"]));
        Assert.Equal(1, Encoding.UTF8.GetString(bytes).Split('\ufeff').Length - 1);
        Assert.Equal("nppo.registered", Assert.Single(ofOneKind)["Code"]);
    }

    [Fact]
    public async Task Of_the_selected_entries_no_other_comes()
    {
        using var auditor = await Host.SignedInAsync("auditor@example.org");

        var rows = Read(await auditor.GetByteArrayAsync(new Uri("/hub/audit.csv?sort=number&chosen=2,1,nonsense,99999", UriKind.Relative)));

        Assert.Equal(["2", "1"], rows.Select(row => row["Sequence"]));
    }

    [Fact]
    public async Task The_head_says_where_the_chain_ends_and_verifies_later()
    {
        using var auditor = await Host.SignedInAsync("auditor@example.org");

        using var answer = await auditor.GetAsync(new Uri("/hub/audit/head.json", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        using var json = JsonDocument.Parse(text);
        Assert.Equal("http://localhost:5080", json.RootElement.GetProperty("installation").GetString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        var known = AuditHead.TryParse(text)!;
        Assert.Equal((await Host.EntryAsync(known.Sequence))!.Hash, known.Hash);
        await Host.AddAsync(Host.Submitted("ZZ"));
        Assert.Null((await Host.VerifyAsync(known)).Break);
    }

    [Fact]
    public async Task A_file_is_refused_to_whoever_may_not_read_it()
    {
        using var boss = await Host.SignedInAsync("boss@example.org");
        using var auditor = await Host.SignedInAsync("auditor@example.org");

        foreach (var path in (string[])["/hub/audit.csv", "/hub/audit/head.json", $"/nppo/history.csv?nppo={Guid.NewGuid()}"])
        {
            using var answer = await boss.GetAsync(new Uri(path, UriKind.Relative));
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }

        using var foreign = await auditor.GetAsync(new Uri($"/nppo/history.csv?nppo={_nppo}", UriKind.Relative));
        Assert.NotEqual(HttpStatusCode.OK, foreign.StatusCode);
    }

    private static List<Dictionary<string, string>> Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { HasHeader = false, Encoding = Encoding.UTF8 });
        string[]? header = null;
        List<Dictionary<string, string>> rows = [];
        while (csv.Read())
        {
            var cells = Enumerable.Range(0, 18).Select(csv.GetString).ToArray();
            if (header is null) header = cells;
            else rows.Add(header.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second));
        }

        return rows;
    }
}
