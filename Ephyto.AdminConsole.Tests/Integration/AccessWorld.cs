using System.Collections.Concurrent;
using System.Net;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>Everybody who may knock at a door of the console.</summary>
public enum Person
{
    Anonymous,
    HubAdministrator,
    SecretariatOfficer,
    Auditor,
    Administrator,
    Integrator,
    Viewer,
    SuspendedMember,
    ForeignAdministrator,
    NobodyInParticular,
}

/// <summary>One console with an organization, its people, strangers and staff: the stage of the tests of who may do what.</summary>
public class AccessWorld : IAsyncLifetime
{
    protected virtual string PublicAddress => "http://localhost:5080";

    /// <summary>Who holds which role of the organization; a new role fails here until somebody holds it.</summary>
    private static readonly Dictionary<Person, NppoRole> Members = new()
    {
        [Person.Administrator] = NppoRole.Administrator, [Person.Integrator] = NppoRole.Integrator, [Person.Viewer] = NppoRole.Viewer,
    };

    private static readonly Dictionary<Person, HubRole> Hub = new()
    {
        [Person.HubAdministrator] = HubRole.HubAdministrator, [Person.SecretariatOfficer] = HubRole.SecretariatOfficer,
        [Person.Auditor] = HubRole.Auditor,
    };

    private readonly Dictionary<Person, Actor> _actors = new() { [Person.Anonymous] = Actor.Anonymous };
    private readonly ConcurrentDictionary<Person, Lazy<Task<CookieCollection>>> _sessions = new();
    private ConsoleHost? _host;

    internal ConsoleHost Host => _host!;

    /// <summary>The organization that the acts are about.</summary>
    internal Guid NppoId { get; private set; }

    /// <summary>Its name, which nobody may read who has no right to.</summary>
    internal const string Organization = "Direction de la protection des végétaux";

    /// <summary>A member on whom others act; nobody of <see cref="Person"/>.</summary>
    internal Guid TargetId { get; private set; }

    /// <summary>As somebody saw the target who has not looked again since.</summary>
    internal SeenMember StaleTarget => new(TargetId, -1);

    /// <summary>Somebody of the hub on whom others act.</summary>
    internal Guid OfficerId { get; private set; }

    internal static UserPasskeyInfo SomePasskey => new([1], [1], DateTimeOffset.UnixEpoch, 0, null, true, false, false, [1], [1]);

    internal Guid EscalatedId { get; private set; }

    internal static IReadOnlyList<Person> Everybody { get; } = Enum.GetValues<Person>();

    internal Actor this[Person person] => _actors[person];

    internal static string EmailOf(Person person) => $"{person}@example.org".ToLowerInvariant();

    /// <summary>
    /// Where the right follows from the role, as <see cref="RolePermissions"/> says; hub readers may look into each NPPO.
    /// </summary>
    internal static bool MayOnNppo(Person person, Permission permission) => Members.ContainsKey(person)
        ? MayAsMember(person, permission)
        : permission is Permission.NppoView or Permission.MembersView && MayOnHub(person, Permission.NpposView);

    /// <summary>By the role in the organization alone.</summary>
    internal static bool MayAsMember(Person person, Permission permission) =>
        Members.TryGetValue(person, out var role) && role.Allows(permission);

    /// <inheritdoc cref="MayOnNppo"/>
    internal static bool MayOnHub(Person person, Permission permission) => Hub.TryGetValue(person, out var role) && role.Allows(permission);

    public async ValueTask InitializeAsync()
    {
        _host = await StartAsync(
            new Dictionary<string, string?> { ["RateLimits:AnonymousFormsPerMinute"] = "100000", ["Hub:PublicAddress"] = PublicAddress });
        (NppoId, var abroad) = (await NppoAsync("CI"), await NppoAsync("SN"));
        Assert.Equal(Enum.GetValues<NppoRole>(), Members.Values.Order());
        Assert.Equal(Enum.GetValues<HubRole>(), Hub.Values.Order());
        foreach (var (person, role) in Hub) _actors[person] = await StaffAsync(person, role);
        foreach (var (person, role) in Members.Append(new(Person.SuspendedMember, NppoRole.Administrator)))
            _actors[person] = await Host.ActiveMemberAsync(NppoId, role, EmailOf(person));
        _actors[Person.ForeignAdministrator] = await Host.ActiveMemberAsync(abroad, NppoRole.Administrator,
            EmailOf(Person.ForeignAdministrator));
        _actors[Person.NobodyInParticular] = Actor.User((await Host.AccountAsync(EmailOf(Person.NobodyInParticular))).Id);
        await SetTheStageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected virtual Task<ConsoleHost> StartAsync(Dictionary<string, string?> settings) =>
        ConsoleHost.StartAsync(settings: settings);

    internal Task<Member> MemberAsync(Guid id) => Host.StoreAsync(db => db.Set<Member>().AsNoTracking().SingleAsync(m => m.Id == id));

    /// <summary>An address of the route that leads to something in this world.</summary>
    internal string AddressOf(RouteAccess route) => route.Address.Replace("{nppo}", NppoId.ToString(), StringComparison.Ordinal)
        .Replace("{escalated}", EscalatedId.ToString(), StringComparison.Ordinal);

    /// <summary>A client with a session of the person's.</summary>
    internal async Task<HttpClient> ClientOfAsync(Person person)
    {
        var client = Host.CreateClient();
        if (person != Person.Anonymous) await SignInAsync(client, person);
        return client;
    }

    /// <summary>A client with the one session of the person's that all of these share, for tests that end none.</summary>
    internal async Task<HttpClient> ClientInSessionAsync(Person person)
    {
        CookieContainer cookies = new();
        cookies.Add(await _sessions.GetOrAdd(person, someone => new(() => BeginAsync(someone))).Value);
        return Host.CreateClient(cookies);
    }

    private async Task<CookieCollection> BeginAsync(Person person)
    {
        CookieContainer cookies = new();
        using var client = Host.CreateClient(cookies);
        if (person != Person.Anonymous) await SignInAsync(client, person);
        return cookies.GetAllCookies();
    }

    private static async Task SignInAsync(HttpClient client, Person person)
    {
        using var answer = await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", EmailOf(person)),
            ("Form.Password", Given.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<Guid> NppoAsync(string country) => (await Host.ConfirmedNppoAsync(
        country, Given.Awa with { Email = $"initial.{country}@example.org".ToLowerInvariant() })).Nppo.Id;

    private async Task<Actor> StaffAsync(Person person, HubRole role)
    {
        var account = await Host.AccountAsync(EmailOf(person));
        await Host.AppointAsync(role, account);
        return Actor.User(account.Id);
    }

    private async Task SetTheStageAsync()
    {
        var now = Host.Now();
        var suspended = this[Person.SuspendedMember].Id;
        await Host.StoreAsync(async db =>
        {
            var member = await db.Set<Member>().SingleAsync(m => m.UserId == suspended);
            Assert.True(member.Suspend("For the test", this[Person.Administrator].Id, otherAdministrators: 1, now).IsSuccess);
            return await db.SaveChangesAsync();
        });
        var target = await Host.ActiveMemberAsync(NppoId, NppoRole.Viewer, "target@example.org");
        TargetId = await Host.StoreAsync(db => db.Set<Member>().Where(m => m.UserId == target.Id).Select(m => m.Id).SingleAsync());
        var invited = Member.Invite(NppoId, EmailAddress.TryParse("invited@example.org")!, "en", NppoRole.Viewer,
            this[Person.Administrator].Id, now);
        var escalated = Host.Escalated("GH");
        await Host.AddAsync(invited, escalated);
        EscalatedId = escalated.Id;
        var officer = this[Person.SecretariatOfficer].Id;
        OfficerId = await Host.StoreAsync(db => db.Set<HubUser>().Where(u => u.UserId == officer).Select(u => u.Id).SingleAsync());
    }
}
