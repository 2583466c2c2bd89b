using System.Net;
using System.Text.Json;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Components.Account;

/// <summary>What is known of a person: shown, handed over, forgotten.</summary>
public abstract class PersonalDataTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Email = "awa@example.org";
    private const string Page = "/account/manage/data";

    [Fact]
    public async Task Everything_is_handed_over_in_one_file_and_no_secret_with_it()
    {
        var person = await MemberAsync(NppoRole.Viewer);
        using var client = await Host.SignedInAsync(Email);

        var file = await client.GetStringAsync(new Uri($"{Page}/download", UriKind.Relative));

        var data = JsonDocument.Parse(file).RootElement;
        Assert.Equal(Email, data.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal("Viewer", data.GetProperty("memberships")[0].GetProperty("role").GetString());
        Assert.Equal(1, data.GetProperty("sessions").GetArrayLength());
        Assert.Contains("account.signed-in",
            data.GetProperty("activity").EnumerateArray().Select(entry => entry.GetProperty("code").GetString()));
        var hash = await Host.StoreAsync(db => db.Users.Where(u => u.Id == person.Id).Select(u => u.PasswordHash).SingleAsync());
        Assert.DoesNotContain(hash!, file, StringComparison.Ordinal);
        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<DownloadMyData>().HandleAsync(Actor.Anonymous, CancellationToken.None)).Error);
        using var stranger = Host.CreateClient();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(new Uri($"{Page}/download", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task What_a_representative_gave_is_handed_over_whole_and_nothing_that_a_stranger_wrote_under_the_address()
    {
        await Host.AccountAsync(Email);
        var given = Given.Awa with { Email = Email };
        await Host.ConfirmedNppoAsync(representative: given);
        await Host.AddAsync(RegistrationSample.SubmitNew("GH", Email));
        using var client = await Host.SignedInAsync(Email);

        var file = JsonDocument.Parse(await client.GetStringAsync(new Uri($"{Page}/download", UriKind.Relative))).RootElement;

        var registration = Assert.Single(file.GetProperty("registrations").EnumerateArray());
        Assert.Equal("CI", registration.GetProperty("countryCode").GetString());
        Assert.Equal(given, registration.GetProperty("representative").Deserialize<Representative>(JsonSerializerOptions.Web));
    }

    [Fact]
    public async Task Ones_own_activity_reads_as_sentences_and_not_anybody_elses()
    {
        await MemberAsync(NppoRole.Viewer);
        var stranger = Actor.User((await Host.AccountAsync("stranger@example.org")).Id);
        using var client = await Host.SignedInAsync(Email);

        Assert.Contains("A person signed in", await client.GetStringAsync(new Uri("/account/manage/activity", UriKind.Relative)),
            StringComparison.Ordinal);
        Assert.Equal(0, (await Host.Get<ListActivity>().HandleAsync(1, stranger, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task Erased_a_person_is_a_pseudonym_everywhere_and_the_trail_holds()
    {
        var person = await MemberAsync(NppoRole.Viewer);
        using var client = await Host.SignedInAsync(Email);
        using (var wrong = await client.SendFormAsync($"{Page}/erase", "erase", ("Form.Password", "not the password")))
            Assert.Contains("not your present password", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.NotEqual(0,
            await Host.StoreAsync(db => db.Set<OutgoingEmail>()
                .CountAsync(e => e.To == Email && db.Set<SearchWord>().Any(w => w.SubjectId == e.Id))));
        using (var erased = await client.SendFormAsync($"{Page}/erase", "erase", ("Form.Password", Given.Password)))
            Assert.EndsWith("/account/sign-in?done=erased", erased.Headers.Location!.OriginalString, StringComparison.Ordinal);

        Assert.False(await client.IsSignedInAsync());
        var user = await Host.StoreAsync(db => db.Users.SingleAsync(u => u.Id == person.Id));
        var member = await Host.StoreAsync(db => db.Set<Member>().SingleAsync(m => m.UserId == person.Id));
        Assert.Equal(("Former member", (string?)null), (user.DisplayName, user.PasswordHash));
        Assert.EndsWith("@erased.invalid", user.Email, StringComparison.Ordinal);
        Assert.Equal((MemberStatus.Left, user.Email, "Former member", ""),
            (member.Status, member.Email, member.Person.FullName, member.Person.JobTitle));
        // The last message goes, and the last trace of the address with it.
        Assert.Equal(["account.erased.farewell"],
            await Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(e => e.To == Email).Select(e => e.Kind).ToListAsync()));
        await Host.Get<EmailSending>().SendDueAsync(CancellationToken.None);
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(e => e.To == Email)));
        // What the search finds e-mails by is as personal as the e-mails.
        Assert.Equal(0,
            await Host.StoreAsync(db => db.Set<SearchWord>()
                .CountAsync(w => w.Kind == SubjectKinds.Email && !db.Set<OutgoingEmail>().Any(e => e.Id == w.SubjectId))));
        var trail = await Host.StoreAsync(db => db.Set<AuditEntry>().OrderBy(e => e.Sequence).ToListAsync());
        Assert.Contains(trail, entry => entry.Code == "account.erased" && entry.SubjectId == person.Id);
        Assert.All(trail, entry => Assert.Equal(entry.Hash, entry.ComputeHash()));
    }

    [Fact]
    public async Task The_only_administrator_first_finds_another()
    {
        var boss = await MemberAsync(NppoRole.Administrator);
        Assert.Equal(AccountErrors.ErasureOfLastAdministrator, (await EraseAsync(boss)).Error);
        Assert.Equal("awa", await Host.StoreAsync(db => db.Users.Where(u => u.Id == boss.Id).Select(u => u.DisplayName).SingleAsync()));

        var nppo = await Host.StoreAsync(db => db.Set<Member>().Where(m => m.UserId == boss.Id).Select(m => m.NppoId).SingleAsync());
        await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "second@example.org");
        Assert.True((await EraseAsync(boss)).IsSuccess);
    }

    [Fact]
    public async Task The_page_says_what_follows_and_the_other_administrators_hear_of_it()
    {
        var boss = await MemberAsync(NppoRole.Administrator);
        using var client = await Host.SignedInAsync(Email);
        var alone = await client.GetStringAsync(new Uri($"{Page}/erase", UriKind.Relative));
        Assert.Contains("No administrator would be left.", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("for good", alone, StringComparison.Ordinal);
        Assert.Matches(@"at once\.(\s|&#32;|&#x20;)+<strong>No administrator", alone);
        Assert.DoesNotContain("The other administrators", alone, StringComparison.Ordinal);
        Assert.Contains("You get a last message.", alone, StringComparison.Ordinal);
        var nppo = await Host.StoreAsync(db => db.Set<Member>().Where(m => m.UserId == boss.Id).Select(m => m.NppoId).SingleAsync());
        await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "second@example.org");

        var asked = await client.GetStringAsync(new Uri($"{Page}/erase", UriKind.Relative));
        Assert.Contains("One administrator is left", asked, StringComparison.Ordinal);
        Assert.Contains("The other administrators", asked, StringComparison.Ordinal);
        (await client.SendFormAsync($"{Page}/erase", "erase", ("Form.Password", Given.Password))).Dispose();

        var told = await Host.StoreAsync(db => db.Set<OutgoingEmail>().SingleAsync(e => e.Kind == "member.erased.administrators"));
        Assert.Equal("second@example.org", told.To);
        Assert.Contains("You are now the only administrator", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("awa", told.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Erased_a_person_is_the_technical_contact_no_longer_nor_asked_to_be_and_the_administrators_hear_of_it()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var contact = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Integrator, Email);
        var asked = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Integrator, "asked@example.org");
        var boss = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org");
        await Host.StoreAsync(db => db.Users.Where(u => u.Id == boss.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, "fr")));
        await Host.HandContactAsync(nppo.Id, contact);
        var askedId = await Host.StoreAsync(db => db.Set<Member>().Where(m => m.UserId == asked.Id).Select(m => m.Id).SingleAsync());
        await Host.ChangeAsync(nppo, stored => Assert.True(stored.OfferTechnicalContact(askedId, boss.Id, Host.Now()).IsSuccess));

        Assert.True((await EraseAsync(asked)).IsSuccess);
        Assert.True((await EraseAsync(contact)).IsSuccess);

        var after = await Host.StoreAsync(db => db.Set<Nppo>().SingleAsync(n => n.Id == nppo.Id));
        Assert.Equal((null, null), (after.Offer, after.TechnicalContactId));
        var told = await Host.EmailAsync("nppo.technical-contact-vacated", nppo.Id);
        Assert.Equal("boss@example.org", told.To);
        Assert.Contains("Ancien membre", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_role_in_the_hub_first_gives_it_back()
    {
        var account = await Host.AccountAsync("officer@example.org");
        await Host.AppointAsync(HubRole.SecretariatOfficer, account);

        Assert.Equal(AccountErrors.ErasureOfHubUser, (await EraseAsync(Actor.User(account.Id))).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await EraseAsync(Actor.Anonymous)).Error);
    }

    private async Task<Actor> MemberAsync(NppoRole role) =>
        await Host.ActiveMemberAsync((await Host.ConfirmedNppoAsync()).Nppo.Id, role, Email);

    private Task<Result> EraseAsync(Actor actor) =>
        Host.CallAsync<EraseMyAccount, Result>(use => use.HandleAsync(Given.Password, actor, CancellationToken.None));
}

public sealed class PersonalDataOnSqlite() : PersonalDataTests(DatabaseKind.Sqlite);

public sealed class PersonalDataOnPostgreSql() : PersonalDataTests(DatabaseKind.PostgreSql);
