using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Data;

public abstract class AddressesOfOldRowsTests(DatabaseKind kind) : UseCaseTests(kind)
{
    [Fact]
    public async Task An_address_kept_in_another_form_gets_the_one_form_and_one_that_belongs_to_somebody_stays()
    {
        var nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        var awa = (await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "kone@example.org")).Id;
        var twin = (await Host.ActiveMemberAsync(nppo, NppoRole.Viewer, "twin@example.org")).Id;
        await KeepAsync(awa, "ko\u200Bne\u0301@example.org");
        await KeepAsync(twin, "kon\u00E9@example.org");

        var completion = Host.Services.GetServices<IStoreCompletion>().OfType<AddressesOfOldRows>().Single();
        await Host.StoreAsync(async db =>
        {
            await completion.CompleteAsync(db, default);
            return true;
        });
        Assert.Equal("ko\u200Bne\u0301@example.org", await EmailAsync(awa));

        await KeepAsync(twin, "twin@example.org");
        await Host.StoreAsync(async db =>
        {
            await completion.CompleteAsync(db, default);
            return true;
        });

        Assert.Equal("kon\u00E9@example.org", await EmailAsync(awa));
        var member = await Host.StoreAsync(db => db.Set<Member>().AsNoTracking().SingleAsync(m => m.UserId == awa));
        Assert.Equal(("kon\u00E9@example.org", Member.KeyOf(nppo, "kon\u00E9@example.org")), (member.Email, member.CurrentKey));
        var account = await Host.StoreAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == awa));
        Assert.Equal(("kon\u00E9@example.org", "KON\u00C9@EXAMPLE.ORG"), (account.UserName, account.NormalizedEmail));
    }

    private Task<string?> EmailAsync(Guid account) =>
        Host.StoreAsync(db => db.Users.Where(u => u.Id == account).Select(u => u.Email).SingleAsync());

    private Task<int> KeepAsync(Guid account, string email) => Host.StoreAsync(async db =>
    {
        var normalized = email.ToUpperInvariant();
        await db.Users.Where(u => u.Id == account)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Email, email).SetProperty(u => u.UserName, email)
            .SetProperty(u => u.NormalizedEmail, normalized).SetProperty(u => u.NormalizedUserName, normalized));
        return await db.Set<Member>().Where(m => m.UserId == account)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Email, email)
                .SetProperty(m => m.CurrentKey, m => m.NppoId.ToString() + email));
    });
}

public sealed class AddressesOfOldRowsOnSqlite() : AddressesOfOldRowsTests(DatabaseKind.Sqlite);

public sealed class AddressesOfOldRowsOnPostgreSql() : AddressesOfOldRowsTests(DatabaseKind.PostgreSql);
