using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Components.Account;

/// <summary>The passkeys of an account: named, renamed and removed by their person alone.</summary>
public abstract class PasskeyTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Actor _person = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _person = Actor.User((await Host.AccountAsync("awa@example.org")).Id);
    }

    [Fact]
    public async Task A_passkey_counts_as_second_factor_from_the_moment_it_joins_until_the_last_one_goes()
    {
        Assert.True((await AddAsync(_person, 1, "Telephone")).IsSuccess);
        Assert.True((await AddAsync(_person, 2, "Key")).IsSuccess);
        Assert.True(await HasSecondFactorAsync());

        Assert.True((await RemoveAsync(_person, 1)).IsSuccess);
        Assert.True(await HasSecondFactorAsync());
        Assert.True((await RemoveAsync(_person, 2)).IsSuccess);

        Assert.False(await HasSecondFactorAsync());
        Assert.Equal(AccessErrors.NotFound, (await RemoveAsync(_person, 2)).Error);
        Assert.Equal(2, await Host.StoreAsync(db => db.Set<Ephyto.Domain.Notifications.OutgoingEmail>().CountAsync(mail => mail.Kind == "account.passkey-removed")));
    }

    [Fact]
    public async Task It_is_added_and_removed_with_a_proof_only()
    {
        Assert.Equal(AccountErrors.NotProven, (await AddAsync(_person, 1, "Telephone", "not the password")).Error);
        await AddAsync(_person, 1, "Telephone");

        Assert.Equal(AccountErrors.NotProven, (await RemoveAsync(_person, 1, "not the password")).Error);
        Assert.True(await HasSecondFactorAsync());
    }

    [Fact]
    public async Task It_is_renamed_by_its_person_and_never_without_a_name()
    {
        await AddAsync(_person, 1, "Telephone");
        var stranger = Actor.User((await Host.AccountAsync("stranger@example.org")).Id);

        Assert.Equal(AccountErrors.PasskeyNameMissing, (await RenameAsync(_person, " ")).Error);
        Assert.Equal(AccessErrors.NotFound, (await RenameAsync(stranger, "Mine")).Error);
        Assert.Equal(AccessErrors.NotFound, (await RemoveAsync(stranger, 1)).Error);
        Assert.True((await RenameAsync(_person, "Work\ntelephone")).IsSuccess);

        Assert.Equal("Work telephone", Assert.Single(await Host.CallAsync<UserManager<ConsoleUser>, IList<UserPasskeyInfo>>(
            async users => await users.GetPasskeysAsync((await users.FindByIdAsync(_person.Id.ToString()))!))).Name);
    }

    private Task<Result<ConsoleUser>> AddAsync(Actor actor, byte id, string name, string proof = Given.Password) =>
        Host.CallAsync<AddPasskey, Result<ConsoleUser>>(use => use.HandleAsync(
            new(new UserPasskeyInfo([id], [1], DateTimeOffset.UnixEpoch, 0, null, true, false, false, [1], [1]), name, proof, null), actor, CancellationToken.None));

    private Task<Result<ConsoleUser>> RemoveAsync(Actor actor, byte id, string proof = Given.Password) =>
        Host.CallAsync<RemovePasskey, Result<ConsoleUser>>(use => use.HandleAsync(new([id], proof, null), actor, CancellationToken.None));

    private Task<Result> RenameAsync(Actor actor, string name) =>
        Host.CallAsync<RenamePasskey, Result>(use => use.HandleAsync([1], name, actor, CancellationToken.None));

    private Task<bool> HasSecondFactorAsync() => Host.StoreAsync(db => db.Users.Where(u => u.Id == _person.Id).Select(u => u.TwoFactorEnabled).SingleAsync());
}

public sealed class PasskeysOnSqlite() : PasskeyTests(DatabaseKind.Sqlite);

public sealed class PasskeysOnPostgreSql() : PasskeyTests(DatabaseKind.PostgreSql);
