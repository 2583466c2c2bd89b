using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Features.ContactPoints;
using Ephyto.AdminConsole.Features.ContactPoints.Pages;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Features.ContactPoints;

/// <summary>The directory's pages over the real store.</summary>
public sealed class DirectoryPagesTests : PageTests
{
    [Fact]
    public async Task The_list_follows_the_directory()
    {
        var list = Open<ContactPointList>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), "/hub/contact-points?search=bolivia");
        Assert.Contains("Nobody on file", list.Find("tbody").TextContent, StringComparison.Ordinal);

        await Host.AddAsync(Host.Contact("BO", "Office of BO"));

        list.WaitForAssertion(() => Assert.Contains("Office of BO", list.Find("tbody").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_is_cut_into_pages()
    {
        var reader = await Host.AppointAsync(HubRole.Auditor, "Auditor");

        var first = Open<ContactPointList>(reader, "/hub/contact-points");
        var last = Open<ContactPointList>(reader, "/hub/contact-points?page=10");

        Assert.Equal((25, 23), (first.FindAll("tbody tr").Count, last.FindAll("tbody tr").Count));
        Assert.EndsWith("/hub/contact-points?page=2", first.Find("a[rel=next]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filter_stands_in_the_address_and_comes_from_it()
    {
        await Host.AddAsync(Host.Contact("BO", "Office of BO"));
        Host.Time.Advance(TimeSpan.FromDays(400));
        await Host.AddAsync(Host.Contact("VN"));
        var reader = Reader(await Host.AppointAsync(HubRole.SecretariatOfficer));
        var navigation = reader.Services.GetRequiredService<BunitNavigationManager>();
        navigation.NavigateTo("/hub/contact-points?sort=asof");
        var list = reader.Render<ContactPointList>();
        Assert.StartsWith("Bolivia", list.Find("tbody th").TextContent, StringComparison.Ordinal);
        Assert.Contains("year ago", list.Find("tbody tr").TextContent, StringComparison.Ordinal);

        await list.Find("#since").ChangeAsync("over-a-year");

        Assert.EndsWith("/hub/contact-points?sort=asof&since=over-a-year", navigation.Uri, StringComparison.Ordinal);
        list.WaitForAssertion(() => Assert.Single(list.FindAll("tbody tr")));
    }

    [Fact]
    public async Task An_entry_is_changed_in_place()
    {
        await Host.AddAsync(Host.Contact("BO", "Office One"));
        var entry = OpenEntry(await Host.AppointAsync(HubRole.SecretariatOfficer));

        await entry.PressAsync("Change the entry");
        await entry.Find("#FamilyName").ChangeAsync("Office Two");
        await entry.Find("#Email").ChangeAsync("not an address");
        await entry.Find("form").SubmitAsync();
        entry.WaitForAssertion(
            () => Assert.StartsWith("Enter an e-mail address", entry.Find("#Email-error").TextContent.Trim(), StringComparison.Ordinal));
        Assert.Equal("Office Two", entry.Find("#FamilyName").GetAttribute("value"));
        await entry.Find("#Email").ChangeAsync("two@gmail.com");
        Assert.Contains("mail service open to everybody", entry.Find("#Email-hint").TextContent, StringComparison.Ordinal);
        await entry.Find("form").SubmitAsync();

        entry.WaitForAssertion(() => Assert.Contains("The new entry is in the directory.", entry.Markup, StringComparison.Ordinal));
        Assert.Contains("Office One", entry.Find("table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_editors_the_second_sees_what_is_on_file_now_and_keeps_what_was_typed()
    {
        var before = Host.Contact("BO", "Office One");
        await Host.AddAsync(before);
        var other = await Host.AppointAsync(HubRole.HubAdministrator, "Administrator");
        var entry = OpenEntry(await Host.AppointAsync(HubRole.SecretariatOfficer));
        await entry.PressAsync("Change the entry");
        await entry.Find("#FamilyName").ChangeAsync("Office Two");

        await Host.Get<EnterContactPoint>()
            .HandleAsync(new("BO", before.Id, ContactPointInput.Of(Staff.DetailsOf("Office Three"))), other, default);

        entry.WaitForAssertion(() => Assert.Contains("On file now: Office Three", entry.Markup, StringComparison.Ordinal));
        Assert.Equal("Office Two", entry.Find("#FamilyName").GetAttribute("value"));
        await entry.PressAsync("Start from the new entry");
        entry.WaitForAssertion(() => Assert.Equal("Office Three", entry.Find("#FamilyName").GetAttribute("value")));
    }

    [Fact]
    public async Task Where_the_store_is_locked_what_was_typed_stays()
    {
        var reader = Reader(await Host.AppointAsync(HubRole.SecretariatOfficer));
        reader.Services.AddSingleton(new EnterContactPoint(new BusyStore(Host), Host.Get<CountryCatalogue>(), Host.Time));
        var entry = reader.Render<ContactPointEntry>(parameters => parameters.Add(page => page.CountryCode, "BO"));
        await entry.PressAsync("Enter a contact");
        await entry.Find("#FamilyName").ChangeAsync("Office");
        await entry.Find("#Email").ChangeAsync("office@example.org");

        await entry.Find("form").SubmitAsync();

        entry.WaitForAssertion(() => Assert.Contains("nothing was changed", entry.Markup, StringComparison.Ordinal));
        Assert.Equal("Office", entry.Find("#FamilyName").GetAttribute("value"));
    }

    [Theory]
    [InlineData(EscalationReason.NoContactPoint, "As soon as an entry brings another address")]
    [InlineData(EscalationReason.Countersignature, "send it to the contact point again")]
    public async Task What_a_new_entry_does_to_a_registration_that_lies_with_the_secretariat_is_said(EscalationReason why, string said)
    {
        await Host.AddAsync(Host.Escalated("BO"));
        await Host.StoreAsync(db => db.Set<Registration>().ExecuteUpdateAsync(set => set.SetProperty(r => r.EscalationReason, why)));

        Assert.Contains(said, OpenEntry(await Host.AppointAsync(HubRole.Auditor, "Auditor")).Find(".notice").TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_that_waits_is_named()
    {
        var registration = Host.Escalated("BO");
        await Host.AddAsync(registration);

        var entry = OpenEntry(await Host.AppointAsync(HubRole.Auditor, "Auditor"));

        Assert.Contains(registration.Reference, entry.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Empty(entry.FindAll("button"));
    }

    [Fact]
    public void Who_has_no_role_is_shown_the_door() =>
        Assert.Contains("You may not open this page", OpenEntry(Actor.Anonymous).Markup, StringComparison.Ordinal);

    [Fact]
    public async Task How_a_country_stands_to_the_Convention_is_changed_on_its_page_and_seen_on_another()
    {
        var entry = OpenEntry(await Host.AppointAsync(HubRole.SecretariatOfficer));
        var other = OpenEntry(await Host.AppointAsync(HubRole.Auditor, "Auditor"));
        Assert.Contains("As the console was delivered", entry.Find("section[aria-labelledby=party]").TextContent, StringComparison.Ordinal);
        Assert.Empty(other.FindAll("section[aria-labelledby=party] button"));

        await entry.PressAsync("Change the status");
        await entry.Find("#PartyStatus").ChangeAsync("Territory");
        await entry.Find("form[data-keep=party]").SubmitAsync();
        Assert.Contains("Choose the country that answers", entry.Find(".error-summary").TextContent, StringComparison.Ordinal);
        await entry.Find("#TerritoryOf").ChangeAsync("ES");
        await entry.Find("form[data-keep=party]").SubmitAsync();

        entry.WaitForAssertion(() =>
            Assert.Contains("Territory: Spain", entry.Find("section[aria-labelledby=party]").TextContent, StringComparison.Ordinal));
        other.WaitForAssertion(() =>
            Assert.Contains("Territory: Spain", other.Find("section[aria-labelledby=party]").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<ContactPointEntry> OpenEntry(Actor actor) =>
        Open<ContactPointEntry>(actor, "/hub/contact-points/BO", parameters => parameters.Add(page => page.CountryCode, "BO"));
}
