using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Data.Search;

/// <summary>
/// Members, people of the hub, accounts and organizations: found and sorted in one way, whatever the database, and as they are called now.
/// </summary>
public abstract partial class SearchOfNamesTests(DatabaseKind kind) : UseCaseTests(kind)
{
    // In the order of a list.
    private static readonly string[] Names = ["Élodie", "elodie a", "ELODIE B", "Zoé", "дирекция а", "ДИРЕКЦИЯ Б", "عبد", "植物"];
    private Guid _nppo;
    private Actor _chief = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _chief = await Host.AppointAsync(HubRole.HubAdministrator, "Chief");
    }

    [Theory]
    [InlineData("Élodie", "Élodie", "elodie a", "ELODIE B")]
    [InlineData("élodie", "Élodie", "elodie a", "ELODIE B")]
    [InlineData("ELODIE", "Élodie", "elodie a", "ELODIE B")]
    [InlineData("elodie B", "ELODIE B")]
    [InlineData("ДИРЕКЦИЯ", "дирекция а", "ДИРЕКЦИЯ Б")]
    [InlineData("дирекция", "дирекция а", "ДИРЕКЦИЯ Б")]
    [InlineData("植物", "植物")]
    [InlineData("物", "植物")]
    [InlineData("عبد", "عبد")]
    [InlineData("ZOE person", "Zoé")]
    [InlineData("erson")]
    public async Task Found_in_every_list_by_what_is_typed_in_any_case(string typed, params string[] names)
    {
        await AddNamedAsync();

        Assert.Equal(names, await MembersAsync(typed));
        Assert.Equal(names, await HubUsersAsync(typed));
        Assert.Equal(names, await AccountsAsync(typed));
        Assert.Equal(names.Order(), (await NpposAsync(typed)).Order());
    }

    [Fact]
    public async Task Sorted_by_name_with_accents_and_case_aside()
    {
        await AddNamedAsync();

        Assert.Equal(Names, (await MembersAsync(null)).Where(Names.Contains));
        Assert.Equal(Names, (await HubUsersAsync(null)).Where(Names.Contains));
        Assert.Equal(Names, await AccountsAsync("person"));
    }

    [Fact]
    public async Task Found_by_the_new_name_and_address_and_not_by_the_old()
    {
        await AddNamedAsync();
        var account = await Host.StoreAsync(db => db.Users.SingleAsync(u => u.DisplayName == "Zoé"));
        var member = await Host.StoreAsync(db => db.Set<Member>().SingleAsync(m => m.UserId == account.Id));
        var (nppo, again) = (await Host.StoreAsync(db => db.Set<Nppo>().SingleAsync(n => n.Organization.Name == "Zoé")),
            Registered("NA", "Жанна"));

        await Host.ChangeAsync(member, m => m.AppointAgain(Person("Жанна"), "en", Actor.System, Host.Now()));
        await Host.ChangeAsync(member, m => m.ChangeEmail(EmailAddress.TryParse("new@example.org")!, Actor.System, Host.Now()));
        await Host.ChangeAsync(nppo, n => n.RegisterAgain(again, member.Id, Actor.System, Host.Now()));
        await Host.CallAsync<UserManager<ConsoleUser>>(async users =>
        {
            var own = (await users.FindByIdAsync($"{account.Id}"))!;
            own.DisplayName = "Жанна";
            Assert.True((await users.UpdateAsync(own)).Succeeded);
        });
        foreach (var (typed, found) in new[] { ("zoé", Array.Empty<string>()), ("жанна", ["Жанна"]) })
        {
            Assert.Equal(found, await MembersAsync(typed));
            Assert.Equal(found, await AccountsAsync(typed));
            Assert.Equal(found, await NpposAsync(typed));
        }

        Assert.Equal(["Жанна"], await MembersAsync("new@example"));
        Assert.Empty(await MembersAsync($"{member.Email.Split('@')[0]}@"));
        await NoneIsOutOfDateAsync();
    }

    [Fact]
    public async Task A_change_that_failed_may_be_tried_again_and_its_words_follow()
    {
        await AddNamedAsync();

        await Host.StoreAsync(async db =>
        {
            var (zoe, other) = (await db.Set<Member>().SingleAsync(m => m.Person.GivenName == "Zoé"),
                await db.Set<Member>().SingleAsync(m => m.Person.GivenName == "植物"));
            var email = zoe.Email;
            zoe.AppointAgain(Person("Жанна"), "en", Actor.System, Host.Now());
            zoe.ChangeEmail(EmailAddress.TryParse(other.Email)!, Actor.System, Host.Now());
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            zoe.ChangeEmail(EmailAddress.TryParse(email)!, Actor.System, Host.Now());
            return await db.SaveChangesAsync();
        });

        Assert.Equal(["Жанна"], await MembersAsync("жанна person"));
        Assert.Empty(await MembersAsync("zoé"));
        Assert.Equal(["植物"], await MembersAsync("植物 person"));
    }

    [Fact]
    public async Task Erased_a_person_is_found_no_more_and_no_word_of_them_is_left()
    {
        await AddNamedAsync();
        var account = await Host.StoreAsync(db => db.Users.SingleAsync(u => u.DisplayName == "Élodie"));
        var hubUser = await Host.StoreAsync(db => db.Set<HubUser>().SingleAsync(u => u.UserId == account.Id));
        await Host.ChangeAsync(hubUser, user => Assert.True(user.Leave(account.Id, Host.Now()).IsSuccess));
        Assert.Equal(["Élodie"], await HubUsersAsync("élodie", HubUserStatus.Left));

        Assert.True(
            (await Host.CallAsync<EraseMyAccount, Result>(
                use => use.HandleAsync(Given.Password, Actor.User(account.Id), CancellationToken.None))).IsSuccess);

        Assert.Equal(["elodie a", "ELODIE B"], await MembersAsync("élodie"));
        Assert.Equal(["elodie a", "ELODIE B"], await AccountsAsync("élodie"));
        Assert.Empty(await HubUsersAsync("élodie", HubUserStatus.Left));
        Assert.Empty(await AccountsAsync(account.Email!));
        var subjects = await Host.StoreAsync(db => db.Set<Member>().Where(m => m.UserId == account.Id).Select(m => m.Id).ToListAsync());
        subjects.AddRange(account.Id, hubUser.Id);
        Assert.Empty(
            await Host.StoreAsync(db => db.Set<SearchWord>()
                .Where(w => subjects.Contains(w.SubjectId) && (w.Word == "elodie" || w.Word == "person8")).ToListAsync()));
        Assert.DoesNotContain("elodie", await Host.StoreAsync(db => db.Users.Where(u => u.Id == account.Id)
            .Select(u => EF.Property<string>(u, FollowedTexts.NameOrder) + EF.Property<string>(u, FollowedTexts.Texts)).SingleAsync()),
            StringComparison.OrdinalIgnoreCase);
        await NoneIsOutOfDateAsync();
    }

    private static PersonDetails Person(string given) => new("", given, "", "Officer", "");

    private async Task AddNamedAsync()
    {
        // The last one first: neither the order of making nor that of the addresses is the one of the names.
        foreach (var (number, name) in Names.Index().Reverse())
        {
            var email = EmailAddress.TryParse($"person{Names.Length - number}@example.org")!;
            var account = new ConsoleUser { UserName = email.Value, Email = email.Value, EmailConfirmed = true, DisplayName = name };
            Assert.True(
                (await Host.CallAsync<UserManager<ConsoleUser>, IdentityResult>(
                    users => users.CreateAsync(account, Given.Password))).Succeeded);
            var member = Member.Invite(_nppo, email, "en", NppoRole.Viewer, _chief.Id, Host.Now());
            Assert.True(member.Activate(account.Id, Person(name), Host.Now()).IsSuccess);
            var country = new[] { "GH", "MW", "ZM", "AO", "LS", "NA", "MZ", "BW" }[number];
            await Host.AddAsync(member, Nppo.Register(Registered(country, name), member.Id, Actor.System, Host.Now()));
            await Host.AppointAsync(HubRole.SecretariatOfficer, account);
        }
    }

    private Registration Registered(string country, string name) => Registration.Submit(
        country, new OrganizationDetails(name, "Person", "Street 1", "", ExchangeSystem.NationalSystem),
        new Representative("", "Mara", "Kovač", "Head", $"{country}@example.org", "", "en"), RegistrationPolicy.Default, Host.Now());

    private async Task<IEnumerable<string>> MembersAsync(string? typed)
    {
        var boss = await Host.StoreAsync(db => db.Set<Member>()
            .Where(m => m.NppoId == _nppo && m.Role == NppoRole.Administrator && m.UserId != null).Select(m => m.UserId)
            .FirstOrDefaultAsync());
        var reader = boss is { } id ? Actor.User(id) : await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        var list = await Host.Get<ListMembers>().HandleAsync(new ListMembersRequest(_nppo, typed), reader, CancellationToken.None);
        return list.Value.Members.Items.Select(row => row.Member.Person.GivenName);
    }

    private async Task<IEnumerable<string>> HubUsersAsync(string? typed, HubUserStatus? status = null) =>
        (await Host.Get<ListHubUsers>().HandleAsync(new(typed, null, status, 1), _chief, CancellationToken.None)).Value.Page.Items
            .Select(row => row.User.DisplayName);

    private async Task<IEnumerable<string>> AccountsAsync(string typed) =>
        (await Host.Get<FindPeople>().HandleAsync(typed, _chief, CancellationToken.None)).Value.Select(person => person.Name);

    private async Task<IEnumerable<string>> NpposAsync(string typed) =>
        (await Host.Get<ListNppos>().HandleAsync(new(typed, null, 1), _chief, CancellationToken.None)).Value.Page.Items
            .Select(row => row.Nppo.Organization.Name);
}

public sealed class SearchOfNamesOnSqlite() : SearchOfNamesTests(DatabaseKind.Sqlite);

public sealed class SearchOfNamesOnPostgreSql() : SearchOfNamesTests(DatabaseKind.PostgreSql);
