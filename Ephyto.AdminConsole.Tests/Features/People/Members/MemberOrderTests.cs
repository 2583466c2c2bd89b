using Ephyto.AdminConsole.Features.People.Members.Components;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

/// <summary>The members as a list: its orders, on each database.</summary>
public abstract class MemberOrderTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _viewer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "ada@example.org");
        await Host.ActiveMemberAsync(_nppo, NppoRole.Integrator, "ivo@example.org");
    }

    [Fact]
    public async Task Roles_stand_in_the_order_of_the_field_with_open_invitations_last_among_equals()
    {
        foreach (var (sort, expected) in new[]
        {
            (null, "boss,awa.kouassi,ivo,ada"), ("role", "boss,awa.kouassi,ivo,ada"), ("-role", "ada,ivo,boss,awa.kouassi"),
            ("email", "ada,awa.kouassi,boss,ivo"), ("nonsense", "boss,awa.kouassi,ivo,ada"),
        })
            Assert.True(expected == await ListedAsync(_boss, sort), $"{sort}: {await ListedAsync(_boss, sort)}");
        foreach (var key in Host.Get<MemberColumns>().For(mayManage: true).All.Where(column => column.Sorts).Select(column => column.Key))
            Assert.Equal(4, (await ListedAsync(_boss, key)).Split(',').Length);
    }

    /// <summary>The order of a list would tell who signed in last.</summary>
    [Fact]
    public async Task Only_an_administrator_orders_by_how_accounts_are_used()
    {
        await Host.StoreAsync(db => db.Users.Where(u => u.Id == _viewer.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.LastSignInAt, Host.Now().AddYears(9))
                .SetProperty(u => u.TwoFactorEnabled, true)));
        await Host.StoreAsync(db => db.Users.Where(u => u.Id != _viewer.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.LastSignInAt, Host.Now())));

        Assert.Equal(["ada", "boss"], (await ListedAsync(_boss, "-signin")).Split(',').Where(name => name is "ada" or "boss"));
        foreach (var sort in new[] { "signin", "-signin", "factor", "-factor" })
            Assert.Equal("boss,awa.kouassi,ivo,ada", await ListedAsync(_viewer, sort));
        var file = await Host.Get<ExportMembers>().HandleAsync(new(new(_nppo, Sort: "-signin")), _viewer, CancellationToken.None);
        Assert.Equal("boss@example.org", file.Value.Rows[0].Member.Email);
    }

    [Fact]
    public async Task The_file_may_hold_the_selected_alone()
    {
        var chosen = await Host.StoreAsync(db => db.Set<Member>().Where(m => m.Email == "ivo@example.org").Select(m => m.Id).SingleAsync());

        var file = await Host.Get<ExportMembers>().HandleAsync(new(new(_nppo), [chosen, Guid.Empty]), _boss, CancellationToken.None);

        Assert.Equal("ivo@example.org", Assert.Single(file.Value.Rows).Member.Email);
    }

    private async Task<string> ListedAsync(Actor reader, string? sort) => string.Join(',', (await Host.Get<ListMembers>()
        .HandleAsync(new(_nppo, Sort: sort), reader, CancellationToken.None)).Value.Members.Items
        .Select(row => row.Member.Email.Split('@')[0]));
}

public sealed class MemberOrderOnSqlite() : MemberOrderTests(DatabaseKind.Sqlite);

public sealed class MemberOrderOnPostgreSql() : MemberOrderTests(DatabaseKind.PostgreSql);
