using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

public abstract class JoinTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _administrator = Actor.Anonymous;

    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Members:WaitingRequests"] = "3", ["Members:WaitingPerSender"] = "2" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _administrator = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "deputy@example.org");
        await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
    }

    [Fact]
    public async Task Every_administrator_is_told_and_nobody_else()
    {
        Assert.True((await AskAsync("kofi@example.org")).IsSuccess);

        var request = Assert.Single((await ListAsync()).Requests);
        Assert.Equal(("Kofi Mensah", "kofi@example.org", "I inspect exports."), (request.Person.FullName, request.Email, request.Words));
        var emails = await Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(e => e.Kind == "member.join-request").ToListAsync());
        Assert.Equal(["boss@example.org", "deputy@example.org"], emails.Select(mail => mail.To).Order());
        Assert.All(emails, mail => Assert.Contains("nobody has verified", mail.Text, StringComparison.Ordinal));
        Assert.All(emails, mail => Assert.DoesNotMatch("Kofi|kofi|I inspect", mail.Subject + mail.Text + mail.Html));
    }

    [Fact]
    public async Task A_known_address_hears_the_same_and_changes_nothing()
    {
        Assert.True((await AskAsync("viewer@example.org")).IsSuccess);
        Assert.True((await AskAsync("kofi@example.org")).IsSuccess);
        Assert.True((await AskAsync("kofi@example.org")).IsSuccess);

        Assert.Single((await ListAsync()).Requests);
    }

    [Fact]
    public async Task Sent_twice_at_the_same_moment_it_is_one_request()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => AskAsync("kofi@example.org"))));

        Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess));
        Assert.Single((await ListAsync()).Requests);
    }

    [Fact]
    public async Task A_flood_ends_its_own_and_leaves_the_request_of_somebody_else()
    {
        await AskAsync("kofi@example.org", sender: "192.0.2.1");
        foreach (var number in Enumerable.Range(0, 6))
        {
            Host.Time.Advance(TimeSpan.FromMinutes(13));
            await AskAsync($"stranger{number}@example.org", sender: $"203.0.113.{number / 2}");
        }

        Host.Time.Advance(TimeSpan.FromMinutes(13));
        Assert.True((await AskAsync("ama@example.org", sender: "192.0.2.2")).IsSuccess);

        var waiting = (await ListAsync()).Requests.Select(request => request.Email).ToList();
        Assert.Equal(3, waiting.Count);
        Assert.Contains("ama@example.org", waiting);
    }

    [Fact]
    public async Task One_sender_has_few_waiting_and_is_told_and_nobody_else_is_refused()
    {
        foreach (var name in new[] { "a", "b" }) Assert.True((await AskAsync($"{name}@example.org", sender: "203.0.113.7")).IsSuccess);

        Assert.Equal(MemberErrors.TooManyWaiting, (await AskAsync("c@example.org", sender: "203.0.113.7")).Error);
        Assert.Equal(MemberErrors.TooManyWaiting, (await AskAsync("viewer@example.org", sender: "203.0.113.7")).Error);
        foreach (var _ in Enumerable.Range(0, 3)) await AskAsync("c@example.org", sender: "203.0.113.7");
        Assert.Equal(MemberErrors.TooManyRequests, (await AskAsync("c@example.org", sender: "203.0.113.7")).Error);

        Assert.True((await AskAsync("kofi@example.org", sender: "192.0.2.1")).IsSuccess);
        Assert.Equal(["a@example.org", "b@example.org", "kofi@example.org"],
            (await ListAsync()).Requests.Select(request => request.Email).Order());
    }

    [Fact]
    public async Task Administrators_get_a_few_emails_and_the_page_has_every_request()
    {
        foreach (var number in Enumerable.Range(0, 12))
            Assert.True((await AskAsync($"stranger{number}@example.org", sender: $"203.0.113.{number}")).IsSuccess);
        Assert.Equal(3, (await ListAsync()).Requests.Count);
        Assert.Equal(4, await EmailsToAsync("boss@example.org"));

        Host.Time.Advance(TimeSpan.FromHours(2));
        Assert.True((await AskAsync("kofi@example.org", sender: "192.0.2.1")).IsSuccess);
        Assert.Equal(5, await EmailsToAsync("boss@example.org"));
    }

    [Fact]
    public async Task Where_a_request_was_sent_from_is_forgotten_with_its_answer()
    {
        await AskAsync("kofi@example.org", sender: "192.0.2.1");
        var request = (await ListAsync()).Requests[0];
        Assert.Equal("192.0.2.1", request.SentFrom);

        await RefuseAsync(request.Id, "We do not know you.", _administrator);

        Assert.Equal(0, await Host.StoreAsync(db => db.Set<Member>().CountAsync(m => m.SentFrom != null)));
    }

    [Fact]
    public async Task Where_nobody_could_answer_there_is_nothing_to_ask()
    {
        await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });

        Assert.Equal(AccessErrors.NotFound, (await AskAsync("kofi@example.org", "SN")).Error);
        Assert.Equal(AccessErrors.NotFound, (await AskAsync("kofi@example.org", "GH")).Error);
        Assert.Null(await Host.Get<ViewJoin>().HandleAsync("SN", CancellationToken.None));
        Assert.Equal(new JoinableNppo("Direction de la protection des végétaux", true),
            await Host.Get<ViewJoin>().HandleAsync("ci", CancellationToken.None));
    }

    [Fact]
    public async Task While_the_hub_has_suspended_the_organization_nobody_can_answer_and_no_request_is_taken()
    {
        await Host.StoreAsync(db => db.Set<Nppo>().Where(n => n.Id == _nppo)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.Status, NppoStatus.Suspended)));

        Assert.Equal(MemberErrors.OrganizationSuspended, (await AskAsync("kofi@example.org")).Error);
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<Member>().CountAsync(m => m.Status == MemberStatus.JoinRequested)));
        using var client = Host.CreateClient();
        var page = await client.GetStringAsync("/join/CI");
        Assert.Contains("Nobody can answer at present", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Form.FamilyName", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_admitted_receives_an_invitation_with_the_role()
    {
        await AskAsync("kofi@example.org");
        var request = (await ListAsync()).Requests[0];

        var admitted = await Host.Get<AdmitMember>()
            .HandleAsync(new AdmitMemberRequest(await Host.LookAtMemberAsync(request.Id), NppoRole.Integrator), _administrator,
                CancellationToken.None);

        Assert.Equal(MemberStatus.Invited, admitted.Value);
        var mail = await Host.EmailAsync("member.invitation", request.Id);
        Assert.DoesNotContain("Kofi", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Contains("Integrator", mail.Text, StringComparison.Ordinal);
        Assert.Empty((await ListAsync()).Requests);
    }

    [Fact]
    public async Task Who_is_invited_although_waiting_is_admitted()
    {
        await AskAsync("kofi@example.org");

        var invited = await Host.Get<InviteMember>().HandleAsync(
            new InviteMemberRequest(_nppo, "kofi@example.org", NppoRole.Viewer, "en"), _administrator, CancellationToken.None);

        Assert.Equal(MemberStatus.Invited, (await ListAsync()).Members.Items.Single(row => row.Member.Id == invited.Value).Member.Status);
        Assert.Empty((await ListAsync()).Requests);
    }

    [Fact]
    public async Task Who_is_refused_is_told_the_reason_and_may_ask_again()
    {
        await AskAsync("kofi@example.org");
        var request = (await ListAsync()).Requests[0];

        Assert.Equal(MemberErrors.WordsNeeded, (await RefuseAsync(request.Id, " ", _administrator)).Error);
        Assert.Equal(MemberStatus.Refused, (await RefuseAsync(request.Id, "We do not know you.", _administrator)).Value);

        Assert.Contains("> We do not know you.", (await Host.EmailAsync("member.join-refused", request.Id)).Text, StringComparison.Ordinal);
        Assert.True((await AskAsync("kofi@example.org")).IsSuccess);
        Assert.Single((await ListAsync()).Requests);
    }

    [Fact]
    public async Task Only_an_administrator_of_the_organization_answers_or_sees_it()
    {
        await AskAsync("kofi@example.org");
        var request = (await ListAsync()).Requests[0];
        var viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Integrator, "integrator@example.org");

        Assert.Empty((await Host.Get<ListMembers>().HandleAsync(new(_nppo), viewer, CancellationToken.None)).Value.Requests);
        foreach (var actor in new[] { viewer, Actor.Anonymous })
        {
            Assert.Equal(AccessErrors.NotAllowed, (await RefuseAsync(request.Id, "No", actor)).Error);
            Assert.Equal(AccessErrors.NotAllowed,
                (await Host.Get<AdmitMember>()
                    .HandleAsync(new AdmitMemberRequest(await Host.LookAtMemberAsync(request.Id), NppoRole.Viewer), actor,
                        CancellationToken.None)).Error);
        }
    }

    private Task<int> EmailsToAsync(string address) =>
        Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(mail => mail.To == address && mail.Kind == "member.join-request"));

    private Task<Result<Guid>> AskAsync(string email, string country = "CI", string? sender = null) => Host.Get<AskToJoin>().HandleAsync(
        new AskToJoinRequest(country, new PersonDetails("", "Kofi", "Mensah", "Inspector", ""), email, "en", "I inspect exports.", sender),
        CancellationToken.None);

    private async Task<Result<MemberStatus>> RefuseAsync(Guid id, string words, Actor actor) =>
        await Host.Get<RefuseMember>()
            .HandleAsync(new RefuseMemberRequest(await Host.LookAtMemberAsync(id), words), actor, CancellationToken.None);

    private async Task<MemberList> ListAsync() =>
        (await Host.Get<ListMembers>().HandleAsync(new(_nppo), _administrator, CancellationToken.None)).Value;
}

public sealed class JoinOnSqlite() : JoinTests(DatabaseKind.Sqlite);

public sealed class JoinOnPostgreSql() : JoinTests(DatabaseKind.PostgreSql);
