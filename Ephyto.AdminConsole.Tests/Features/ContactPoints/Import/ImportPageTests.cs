using Bunit;
using Ephyto.AdminConsole.Features.ContactPoints;
using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Features.ContactPoints.Pages;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using static Ephyto.AdminConsole.Tests.Features.ContactPoints.Import.CsvFiles;

namespace Ephyto.AdminConsole.Tests.Features.ContactPoints.Import;

/// <summary>The page of the import over the real store.</summary>
public sealed class ImportPageTests : PageTests
{
    private const string Address = "/hub/contact-points/import";

    [Fact]
    public async Task A_file_is_chosen_looked_at_and_applied()
    {
        await Host.AddAsync(Host.Contact("BO", "Office One"), Host.Contact("TG"));
        var registration = Host.Escalated("CI");
        await Host.AddAsync(registration);
        var page = await OpenAsync();

        Upload(page, Text(Line("BO", "Office Two"), Line("CI").Replace("@example.org", "@gmail.com", StringComparison.Ordinal)));

        page.WaitForAssertion(() => Assert.Equal(
            ["Added: 1", "Changed: 1", "Removed: 0", "Unchanged: 0"],
            page.FindAll("p[role=status] .chip").Select(chip => chip.TextContent)));
        Assert.Contains("What directory.csv would change", page.Markup, StringComparison.Ordinal);
        var changes = page.Find("section[aria-labelledby=group-Changed] dl").TextContent;
        Assert.Contains("Now: Office One", changes, StringComparison.Ordinal);
        Assert.Contains("To be: Office Two", changes, StringComparison.Ordinal);
        var added = page.Find("section[aria-labelledby=group-Added]").TextContent;
        Assert.Contains(registration.Reference, added, StringComparison.Ordinal);
        Assert.Contains("it goes before the new contact at once", added, StringComparison.Ordinal);
        Assert.Contains("mail service open to everybody", added, StringComparison.Ordinal);
        Assert.Equal("Office One", await NameOfAsync("BO"));

        await page.PressAsync("Apply the changes (2)");

        page.WaitForAssertion(
            () => Assert.Contains("Added: 1. Changed: 1. Removed: 0.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Office Two", await NameOfAsync("BO"));
        Assert.NotEmpty(page.FindAll("#directory-file"));
        Assert.Equal(RegistrationStatus.AwaitingContactPoint,
            await Host.StoreAsync(db => db.Set<Registration>().Select(r => r.Status).SingleAsync()));
    }

    [Fact]
    public async Task Where_the_store_is_locked_the_preview_stays_and_can_be_applied_again()
    {
        var reader = Reader(await Host.AppointAsync(HubRole.SecretariatOfficer));
        var apply = new ApplyImport(new BusyStore(Host), Host.Get<CountryCatalogue>(), Host.Time);
        reader.Services.AddSingleton(apply);
        var page = reader.Render<ImportPage>();
        Upload(page, Text(Line("CI")));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("section[aria-labelledby=group-Added]")));

        await page.PressAsync("Apply the changes (1)");

        page.WaitForAssertion(
            () => Assert.Contains("nothing was changed", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Apply the changes (1)", page.Markup, StringComparison.Ordinal);
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<ContactPoint>().CountAsync()));
    }

    [Fact]
    public async Task Entries_end_only_when_it_is_chosen_and_confirmed()
    {
        await Host.AddAsync(Host.Contact("BO", "Office"), Host.Contact("TG"));
        var page = await OpenAsync();
        Upload(page, Text(Line("CI")));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#group-Removed")));

        await page.Find("#unnamed-End").ChangeAsync("End");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("section[aria-labelledby=group-Removed] tbody tr").Count));
        await page.PressAsync("Apply the changes (3)");
        Assert.Contains("Confirm first", page.Find("#end-them-error").TextContent, StringComparison.Ordinal);
        await page.Find("#end-them").ChangeAsync(true);
        await page.PressAsync("Apply the changes (3)");

        page.WaitForAssertion(() => Assert.Contains("Removed: 2.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Null(await NameOfAsync("BO"));
    }

    [Fact]
    public async Task What_is_to_mend_is_told_line_by_line_and_cannot_be_applied()
    {
        var page = await OpenAsync();

        Upload(page, Text(Line("CI"), "XX,official,Office,nobody"));

        page.WaitForAssertion(() => Assert.Equal(
            ["3 country There is no country “XX”. Write its two letters, such as CI.",
                "3 email Write one e-mail address such as name@example.org."],
            page.FindAll("section[aria-labelledby=faults] tbody tr")
                .Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())))));
        Assert.Contains("Added: 1", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Removed:", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.StartsWith("Apply", StringComparison.Ordinal));
        await page.PressAsync("Choose a file again");
        Assert.NotEmpty(page.FindAll("#directory-file"));
    }

    [Fact]
    public async Task A_file_of_fifty_megabytes_is_refused_without_being_read()
    {
        var page = await OpenAsync();

        await page.InvokeAsync(() => page.FindComponent<InputFile>().Instance.OnChange
            .InvokeAsync(new InputFileChangeEventArgs([new Huge()])));

        page.WaitForAssertion(
            () => Assert.Contains("larger than 2 MB", page.Find("section[aria-labelledby=faults]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_somebody_changes_the_directory_meanwhile_the_preview_stays_until_its_reader_takes_the_new_one()
    {
        await Host.AddAsync(Host.Contact("BO", "Office One"));
        var other = await Host.AppointAsync(HubRole.HubAdministrator, "Administrator");
        var page = await OpenAsync();
        Upload(page, Text(Line("BO", "Office Two")));
        page.WaitForElement("#group-Changed");
        var before = await Host.StoreAsync(db => db.Set<ContactPoint>().SingleAsync(c => c.CurrentCountryCode == "BO"));

        await Host.Get<EnterContactPoint>()
            .HandleAsync(new("BO", before.Id, ContactPointInput.Of(Staff.DetailsOf("Office Three"))), other, default);

        page.WaitForAssertion(
            () => Assert.Contains("Other entries than those you see now: Bolivia", page.Find("[role=alert]").TextContent,
                StringComparison.Ordinal));
        Assert.Contains("Now: Office One", page.Markup, StringComparison.Ordinal);
        Assert.True(page.Button("Apply the changes (1)").HasAttribute("disabled"));
        await page.PressAsync("Show what the file would change now");
        Assert.Contains("Now: Office Three", page.Markup, StringComparison.Ordinal);
        await page.PressAsync("Apply the changes (1)");
        page.WaitForAssertion(() => Assert.Contains("The directory is changed", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_says_what_the_directory_says_confirms_it()
    {
        var page = await OpenAsync();
        Upload(page, Text(Line("BO")));
        page.WaitForElement("#group-Added");
        await page.PressAsync("Apply the changes (1)");
        page.WaitForElement("#directory-file");

        Upload(page, Text(Line("BO")));

        page.WaitForAssertion(() => Assert.Contains("The directory says the same already.", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Apply", StringComparison.Ordinal));
        await page.PressAsync("Confirm these entries (1)");
        page.WaitForElement("#directory-file");
        Assert.Contains("Confirmed unchanged: 1.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_read_is_shown_the_door_and_no_way_to_it()
    {
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");

        Assert.Contains("You may not open this page", Open<ImportPage>(auditor, Address).Markup, StringComparison.Ordinal);
        var list = Open<ContactPointList>(auditor, "/hub/contact-points?search=bolivia&sort=-since");
        Assert.Equal(
            ["hub/contact-points.csv?search=bolivia&sort=-since", "hub/contact-points.csv?search=bolivia&sort=-since&former=true"],
            list.FindAll(".page-actions a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_fault_has_a_sentence_and_every_column_its_words(string language)
    {
        using var reader = CultureScope.Enter(language);
        var texts = Host.Get<IStringLocalizer<ImportText>>();
        var own = texts.GetAllStrings(includeParentCultures: language == "en").Select(text => text.Name).ToHashSet();

        string[] needed =
        [
            .. Enum.GetNames<CsvFaultKind>().Select(name => $"Fault_{name}"),
            .. DirectoryColumns.OfExport.Select(name => $"Column_{name}"),
            .. DirectoryColumns.OfEntry.Select(column => $"Field_{column.Label}"),
        ];
        Assert.Empty(needed.Except(own));
    }

    private async Task<IRenderedComponent<ImportPage>> OpenAsync() =>
        Open<ImportPage>(await Host.AppointAsync(HubRole.SecretariatOfficer), Address);

    private static void Upload(IRenderedComponent<ImportPage> page, string text) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "directory.csv"));

    private Task<string?> NameOfAsync(string country) => Host.StoreAsync(db =>
        db.Set<ContactPoint>().Where(c => c.CurrentCountryCode == country).Select(c => c.Details.FamilyName).SingleOrDefaultAsync());

    private sealed class Huge : IBrowserFile
    {
        public string Name => "huge.csv";

        public DateTimeOffset LastModified => default;

        public long Size => 50 * 1024 * 1024;

        public string ContentType => "text/csv";

        public Stream OpenReadStream(long maxAllowedSize = 512000, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("It was to be refused by its size.");
    }
}
