using System.Net;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

/// <summary>The list of members and its file.</summary>
public abstract class MemberListTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
    }

    [Fact]
    public async Task Two_thousand_members_come_page_by_page()
    {
        await AddAsync(2000);

        var first = await ListAsync(new(_nppo));
        var last = await ListAsync(new(_nppo, Page: 9999));
        var found = await ListAsync(new(_nppo, Search: "person1999@"));

        Assert.Equal((25, 2002, 1), (first.Members.Items.Count, first.Members.Total, first.Members.Number));
        Assert.Equal("boss@example.org", first.Members.Items[0].Member.Email);
        Assert.Equal((2, 81), (last.Members.Items.Count, last.Members.Number));
        Assert.Equal("person1999@example.org", Assert.Single(found.Members.Items).Member.Email);
    }

    [Fact]
    public async Task It_is_searched_and_filtered_by_state_and_role()
    {
        await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "ada@example.org");
        await Host.ActiveMemberAsync(_nppo, NppoRole.Integrator, "ivo@example.org");

        Assert.Equal("ada@example.org", Assert.Single((await ListAsync(new(_nppo, "SOME ADA"))).Members.Items).Member.Email);
        Assert.Equal("ivo@example.org", Assert.Single((await ListAsync(new(_nppo, Role: NppoRole.Integrator))).Members.Items).Member.Email);
        Assert.True(Assert.Single((await ListAsync(new(_nppo, Status: MemberStatus.Invited))).Members.Items).Member.IsInitialAdministrator);
        Assert.Empty((await ListAsync(new(_nppo, Search: "%"))).Members.Items);
    }

    [Fact]
    public async Task Each_row_says_who_did_it_when_the_person_was_here_and_how_safe_the_account_is()
    {
        var seen = Host.Now().AddDays(-1);
        var colleague = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "ada@example.org");
        await Host.StoreAsync(db => db.Users.Where(u => u.Id == colleague.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.LastSignInAt, seen).SetProperty(u => u.TwoFactorEnabled, true)));
        await Host.Get<SuspendMember>().HandleAsync(new(await Host.SeenAsync(_nppo, colleague), "Why"), _boss, CancellationToken.None);

        var row = Assert.Single((await ListAsync(new(_nppo, "ada"))).Members.Items);

        Assert.Equal(("boss", seen, true), (row.By, row.LastSignInAt, row.SecondFactor));
    }

    [Fact]
    public async Task The_file_holds_the_filtered_list_and_runs_no_formula()
    {
        var evil = Member.Invite(_nppo, EmailAddress.TryParse("evil@example.org")!, "en", NppoRole.Viewer, _boss.Id, Host.Now());
        evil.Activate((await Host.AccountAsync("evil@example.org")).Id,
            new PersonDetails("", "=HYPERLINK(1)", "X", "-job", ""), Host.Now());
        await Host.AddAsync(evil);
        using var client = Host.CreateClient();
        (await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", "boss@example.org"), ("Form.Password", Given.Password)))
            .Dispose();

        var file = await client.GetStringAsync(new Uri($"/nppo/members.csv?nppo={_nppo}&role=Viewer", UriKind.Relative));

        var lines = file.Trim().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.Contains("'=HYPERLINK(1) X", lines[1], StringComparison.Ordinal);
        Assert.Contains("'-job", lines[1], StringComparison.Ordinal);
    }

    /// <summary>How well an account is guarded, and whether anybody uses it, is of use to whoever wants to break into it.</summary>
    [Theory]
    [InlineData(NppoRole.Administrator, true)]
    [InlineData(NppoRole.Integrator, false)]
    [InlineData(NppoRole.Viewer, false)]
    public async Task Second_factors_and_last_sign_ins_are_for_administrators(NppoRole role, bool shown)
    {
        var reader = Member.Invite(_nppo, EmailAddress.TryParse("reader@example.org")!, "en", role, _boss.Id, Host.Now());
        reader.Activate((await Host.AccountAsync("reader@example.org")).Id, new PersonDetails("", "Rita", "Reader", "", ""), Host.Now());
        await Host.AddAsync(reader);
        using var client = await Host.SignedInAsync("reader@example.org");

        var file = await client.GetStringAsync(new Uri($"/nppo/members.csv?nppo={_nppo}", UriKind.Relative));
        var list = (await Host.Get<ListMembers>().HandleAsync(new(_nppo), Actor.User(reader.UserId!.Value), CancellationToken.None)).Value;
        var exported = (await Host.Get<ExportMembers>()
            .HandleAsync(new(new(_nppo)), Actor.User(reader.UserId.Value), CancellationToken.None)).Value;

        Assert.Equal(shown, file.Contains("Second factor", StringComparison.Ordinal));
        Assert.Equal(shown, file.Contains("Last sign-in", StringComparison.Ordinal));
        Assert.Equal(shown, list.Members.Items.Any(row => row.SecondFactor is not null || row.LastSignInAt is not null));
        Assert.Equal(shown, exported.Rows.Any(row => row.SecondFactor is not null || row.LastSignInAt is not null));
    }

    [Fact]
    public async Task The_file_is_for_who_may_see_the_list()
    {
        await Host.AccountAsync("stranger@example.org");
        using var client = Host.CreateClient();
        var address = new Uri($"/nppo/members.csv?nppo={_nppo}", UriKind.Relative);

        using var anonymous = await client.GetAsync(address);
        (await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", "stranger@example.org"),
            ("Form.Password", Given.Password))).Dispose();
        using var stranger = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, anonymous.StatusCode);
        Assert.Contains("/account/sign-in", anonymous.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("/access-denied", stranger.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<ExportMembers>().HandleAsync(new(new(_nppo)), Actor.Anonymous, CancellationToken.None)).Error);
    }

    private async Task<MemberList> ListAsync(ListMembersRequest request) =>
        (await Host.Get<ListMembers>().HandleAsync(request, _boss, CancellationToken.None)).Value;

    // Straight into the store: what two thousand invitations would send is not of interest here.
    private Task<int> AddAsync(int count) => Host.StoreAsync(async db =>
    {
        var members = Enumerable.Range(0, count).Select(number =>
        {
            var member = Member.Invite(_nppo, EmailAddress.TryParse($"person{number}@example.org")!, "en", NppoRole.Viewer,
                _boss.Id, Host.Now());
            member.Activate(Guid.NewGuid(), new PersonDetails("", "Given", $"Person {number}", "Officer", ""), Host.Now());
            member.ClearDomainEvents();
            return member;
        });
        db.AddRange(members);
        return await db.SaveChangesAsync();
    });
}

public sealed class MemberListOnSqlite() : MemberListTests(DatabaseKind.Sqlite);

public sealed class MemberListOnPostgreSql() : MemberListTests(DatabaseKind.PostgreSql);
