using System.Net;
using System.Text;
using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.AdminConsole.Tests.Features.ContactPoints;

/// <summary>The directory as a file: out, and in again.</summary>
public sealed class DirectoryFileTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private static readonly ContactPointDetails Awkward = new(
        ContactPointKind.LocalContact, "'t", "=1+1", "'=A1", "-", "@Ministry; \"Plants\", and more", "+Line 1\nLine 2", "+225 (office)",
        "o'hara@example.org", "ar");

    private Actor _officer = Actor.Anonymous;
    private HttpClient _client = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var account = await Host.AccountAsync("officer@example.org");
        await Host.AppointAsync(HubRole.SecretariatOfficer, account);
        (_officer, _client) = (Actor.User(account.Id), await Host.SignedInAsync("officer@example.org"));
    }

    public override async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("/hub/contact-points.csv", 0)]
    [InlineData("/hub/contact-points.csv?former=true", 1)]
    public async Task An_export_can_be_imported_as_it_is_and_changes_nothing(string address, int formerEntries)
    {
        await PrepareAsync();

        var csv = Host.Get<DirectoryCsvReader>().Read(await _client.GetByteArrayAsync(new Uri(address, UriKind.Relative)));

        Assert.Empty(csv.Faults);
        Assert.Equal(formerEntries, csv.FormerEntries);
        var preview = (await Host.Get<PreviewImport>().HandleAsync(new(csv, UnnamedCountries.End), _officer, default)).Value;
        Assert.Equal([DirectoryChangeKind.Unchanged, DirectoryChangeKind.Unchanged], preview.Rows.Select(row => row.Change.Kind));
    }

    [Fact]
    public async Task No_cell_of_an_export_runs_as_a_formula()
    {
        await PrepareAsync();

        var file = await _client.GetStringAsync(new Uri("/hub/contact-points.csv", UriKind.Relative));

        Assert.Contains("\"'=1+1\"", file, StringComparison.Ordinal);
        Assert.Contains("\"'+225 (office)\"", file, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_holds_what_the_filter_shows_with_the_times_of_each_entry()
    {
        await PrepareAsync();

        var all = await LinesAsync("former=true");
        Assert.Equal(4, all.Length);
        Assert.Equal(
            "country,country_name,kind,title,given_name,family_name,job_title,organization,address,phone,email,language,party,valid_from,"
                + "valid_to",
            all[0]);
        Assert.EndsWith(",2026-03-03T09:00:00Z,", all[1], StringComparison.Ordinal);
        Assert.EndsWith(",2026-03-02T09:00:00Z,2026-03-03T09:00:00Z", all[2], StringComparison.Ordinal);
        Assert.StartsWith("BO,", Assert.Single((await LinesAsync("search=bolivia"))[1..]), StringComparison.Ordinal);
        Assert.StartsWith("GH,", Assert.Single((await LinesAsync($"show={ContactPointKind.LocalContact}"))[1..]), StringComparison.Ordinal);
        Assert.Empty((await LinesAsync("since=over-a-year"))[1..]);
        Assert.Empty((await LinesAsync("show=missing"))[1..]);
        Assert.StartsWith("GH,", (await LinesAsync("sort=-country"))[1], StringComparison.Ordinal);
        Assert.StartsWith("GH,", Assert.Single((await LinesAsync("chosen=GH,CI"))[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_template_names_every_column_that_is_read()
    {
        var template = await _client.GetByteArrayAsync(new Uri("/hub/contact-points/template.csv", UriKind.Relative));

        Assert.Equal(CsvFaultKind.NoLines, Assert.Single(Host.Get<DirectoryCsvReader>().Read(template).Faults).Kind);
        byte[] filled = [.. template,
            .. Encoding.UTF8.GetBytes("CI,official,Ms,Awa,Kouassi,Director,Ministry,Abidjan,+225 01,contact@example.org,fr")];
        var details = Host.Get<DirectoryCsvReader>().Read(filled).Lines[0].DetailsAfter(null);
        Assert.Equal(
            new(ContactPointKind.OfficialContactPoint, "Ms", "Awa", "Kouassi", "Director", "Ministry", "Abidjan", "+225 01",
                "contact@example.org", "fr"), details);
    }

    [Fact]
    public async Task Who_may_only_read_gets_the_directory_and_no_template()
    {
        await Host.AppointAsync(HubRole.Auditor, await Host.AccountAsync("auditor@example.org"));
        using var auditor = await Host.SignedInAsync("auditor@example.org");

        using var export = await auditor.GetAsync(new Uri("/hub/contact-points.csv", UriKind.Relative));
        using var template = await auditor.GetAsync(new Uri("/hub/contact-points/template.csv", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (export.StatusCode, template.StatusCode));
    }

    /// <summary>One entry with a former one, one that is hard to write down.</summary>
    private async Task PrepareAsync()
    {
        var former = Host.Contact("BO", "Office One");
        await Host.AddAsync(former, ContactPoint.Enter("GH", Awkward, Actor.System, Host.Now()));
        Host.Time.Advance(TimeSpan.FromDays(1));
        Assert.True((await Host.Get<EnterContactPoint>().HandleAsync(
            new("BO", former.Id, AdminConsole.Features.ContactPoints.ContactPointInput.Of(Staff.DetailsOf("Office Two"))), _officer,
            default)).IsSuccess);
        _client.Dispose();
        _client = await Host.SignedInAsync("officer@example.org");
    }

    private async Task<string[]> LinesAsync(string query)
    {
        var file = await _client.GetStringAsync(new Uri($"/hub/contact-points.csv?{query}", UriKind.Relative));
        return file.TrimStart('\uFEFF').TrimEnd().Split("\r\n");
    }
}
