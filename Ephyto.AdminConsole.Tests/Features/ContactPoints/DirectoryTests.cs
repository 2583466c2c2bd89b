using Ephyto.AdminConsole.Features.ContactPoints;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.ContactPoints;

/// <summary>The directory: one contact for a country at a time, and all that were before.</summary>
public abstract class DirectoryTests(DatabaseKind kind) : UseCaseTests(kind)
{
    [Fact]
    public async Task A_change_makes_a_successor_and_keeps_the_entry_before()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var before = Host.Contact("BO", "Office One");
        await Host.AddAsync(before);
        Host.Time.Advance(TimeSpan.FromDays(1));

        var entered = await EnterAsync(officer, before.Id, Input("Office Two"));

        var file = await ViewAsync(officer, "bo");
        Assert.Equal((entered.Value, "Office Two"), (file.Current!.Id, file.Current.Details.FamilyName));
        var past = Assert.Single(file.Past);
        Assert.Equal(("Office One", Host.Now()), (past.Details.FamilyName, past.ValidTo));
    }

    [Fact]
    public async Task Saving_without_a_change_changes_nothing()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var entry = Host.Contact("BO");
        await Host.AddAsync(entry);

        Assert.Equal(entry.Id, (await EnterAsync(officer, entry.Id, ContactPointInput.Of(entry.Details))).Value);
        Assert.Empty((await ViewAsync(officer, "BO")).Past);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_editors_at_the_same_instant_one_is_told(bool somebodyIsOnFile)
    {
        var editors = new[] { await Host.AppointAsync(HubRole.SecretariatOfficer),
            await Host.AppointAsync(HubRole.HubAdministrator, "Administrator") };
        var before = Host.Contact("BO");
        if (somebodyIsOnFile) await Host.AddAsync(before);

        var outcomes = await Task.WhenAll(editors.Select((editor, i) =>
            Task.Run(() => EnterAsync(editor, somebodyIsOnFile ? before.Id : null, Input($"Office {i}")))));

        Assert.Equal(AccessErrors.ChangedMeanwhile, Assert.Single(outcomes, outcome => !outcome.IsSuccess).Error);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<ContactPoint>().CountAsync(c => c.CurrentCountryCode == "BO")));
    }

    [Fact]
    public async Task What_cannot_be_entered_is_refused_with_its_field()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var input = new ContactPointInput { Kind = (ContactPointKind)9, FamilyName = " \t", Email = "nobody", PreferredLanguage = "xx" };

        Assert.Equal(["Kind", "FamilyName", "Email", "PreferredLanguage"], input.Faults().Select(fault => fault.Field));
        Assert.Equal(ContactPointErrors.UnknownKind, (await EnterAsync(officer, null, input)).Error);
    }

    [Fact]
    public async Task What_is_typed_is_tidied()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);

        await EnterAsync(officer, null,
            new ContactPointInput { FamilyName = "  Office\r\nof BO ", Email = " OFFICE@Example.ORG ", Address = "Line 1\r\nLine 2\0" });

        var details = (await ViewAsync(officer, "BO")).Current!.Details;
        Assert.Equal(("Office of BO", "office@example.org", "Line 1\nLine 2"), (details.FamilyName, details.Email, details.Address));
    }

    [Fact]
    public async Task The_list_finds_by_country_in_any_language_and_by_what_an_entry_says()
    {
        using var language = CultureScope.Enter("en");
        var reader = await Host.AppointAsync(HubRole.Auditor, "Auditor");
        await Host.AddAsync(Host.Contact("BO", "Servicio Nacional"), Host.Contact("VN", kind: ContactPointKind.InformationPoint));

        Assert.Equal("BO", Assert.Single((await ListAsync(reader, new("Боливия", null, false, 1))).Items).Country.Code);
        Assert.Equal("BO", Assert.Single((await ListAsync(reader, new("servicio NACIONÁL", null, false, 1))).Items).Country.Code);
        Assert.Equal("VN",
            Assert.Single((await ListAsync(reader, new(null, ContactPointKind.InformationPoint, false, 1))).Items).Country.Code);
        var missing = await ListAsync(reader, new(null, null, true, int.MaxValue));
        Assert.Equal(246, missing.Total);
        Assert.All(missing.Items, row => Assert.Null(row.Entry));
    }

    [Fact]
    public async Task The_list_shows_what_has_stood_for_over_a_year_and_what_changed_last()
    {
        var reader = await Host.AppointAsync(HubRole.Auditor, "Auditor");
        await Host.AddAsync(Host.Contact("VN"));
        Host.Time.Advance(TimeSpan.FromDays(200));
        await Host.AddAsync(Host.Contact("BO"));
        Host.Time.Advance(TimeSpan.FromDays(165));
        Assert.Empty((await ListAsync(reader, new(null, null, false, 1, Old: true))).Items);
        Host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("VN", Assert.Single((await ListAsync(reader, new(null, null, false, 1, Old: true))).Items).Country.Code);
        Assert.Equal(["VN", "BO"],
            (await ListAsync(reader, new(null, null, false, 1, Sort: "asof"))).Items.Take(2).Select(row => row.Country.Code));
        Assert.Equal(["BO", "VN"],
            (await ListAsync(reader, new(null, null, false, 1, Sort: "-since"))).Items.Take(2).Select(row => row.Country.Code));
    }

    [Fact]
    public async Task Countries_without_a_contact_come_last_whichever_way_the_list_is_sorted()
    {
        using var language = CultureScope.Enter("en");
        var reader = await Host.AppointAsync(HubRole.Auditor, "Auditor");
        await Host.AddAsync(Host.Contact("VN", "Office A"), Host.Contact("BO", "Office B", kind: ContactPointKind.InformationPoint));

        foreach (var (sort, expected) in new[]
        {
            ("country", "AF,AX"), ("-country", "ZW,ZM"), ("contact", "VN,BO"), ("-contact", "BO,VN"), ("kind", "VN,BO"), ("-kind", "BO,VN"),
            ("nonsense", "AF,AX"),
        })
            Assert.Equal(expected,
                string.Join(',',
                    (await ListAsync(reader, new(null, null, false, 1, Sort: sort))).Items.Take(2).Select(row => row.Country.Code)));
        Assert.Equal(248, (await ListAsync(reader, new(null, null, false, 3, Sort: "email", Size: 100))).Total);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("'\"\\;--")]
    [InlineData("<script>")]
    public async Task A_hostile_filter_finds_nothing(string text) =>
        Assert.Equal(0,
            (await ListAsync(await Host.AppointAsync(HubRole.Auditor, "Auditor"), new(text, (ContactPointKind)77, false, -1))).Total);

    [Fact]
    public async Task Only_who_may_edit_edits_and_only_the_hub_reads()
    {
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");

        Assert.Equal(AccessErrors.NotAllowed, (await EnterAsync(auditor, null, Input("Office"))).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await EnterAsync(Actor.Anonymous, null, Input("Office"))).Error);
        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<ListContactPoints>().HandleAsync(new(null, null, false, 1), Actor.Anonymous, default)).Error);
        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<ViewContactPoint>().HandleAsync(new("BO"), Actor.User(Guid.NewGuid()), default)).Error);
        Assert.Equal(AccessErrors.NotFound, (await Host.Get<ViewContactPoint>().HandleAsync(new("ZZ"), auditor, default)).Error);
        Assert.False((await ViewAsync(auditor, "BO")).MayEdit);
    }

    private static ContactPointInput Input(string name) => ContactPointInput.Of(Staff.DetailsOf(name));

    private Task<Result<Guid>> EnterAsync(Actor actor, Guid? seen, ContactPointInput input) =>
        Host.Get<EnterContactPoint>().HandleAsync(new("BO", seen, input), actor, default);

    private async Task<ContactPointDossier> ViewAsync(Actor actor, string country) =>
        (await Host.Get<ViewContactPoint>().HandleAsync(new(country), actor, default)).Value;

    private async Task<AdminConsole.Data.PageOf<ContactPointRow>> ListAsync(Actor actor, ListContactPointsRequest request) =>
        (await Host.Get<ListContactPoints>().HandleAsync(request, actor, default)).Value;
}

public sealed class DirectoryOnSqlite() : DirectoryTests(DatabaseKind.Sqlite);

public sealed class DirectoryOnPostgreSql() : DirectoryTests(DatabaseKind.PostgreSql);
