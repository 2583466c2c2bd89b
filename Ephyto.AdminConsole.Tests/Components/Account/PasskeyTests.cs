using System.Net;
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
        Assert.True((await AddAsync(_person, 1, "Telephone", Given.Password)).IsSuccess);
        Assert.True((await AddAsync(_person, 2, "Key", Given.Password)).IsSuccess);
        Assert.True(await HasSecondFactorAsync());

        Assert.True((await RemoveAsync(_person, 1)).IsSuccess);
        Assert.True(await HasSecondFactorAsync());
        Assert.True((await RemoveAsync(_person, 2)).IsSuccess);

        Assert.False(await HasSecondFactorAsync());
        Assert.Equal(AccessErrors.NotFound, (await RemoveAsync(_person, 2)).Error);
        Assert.Equal(2,
            await Host.StoreAsync(db => db.Set<Ephyto.Domain.Notifications.OutgoingEmail>()
                .CountAsync(email => email.Kind == "account.passkey-removed")));
    }

    [Fact]
    public async Task It_is_added_and_removed_with_a_proof_only()
    {
        Assert.Equal(AccountErrors.NotProven, (await AddAsync(_person, 1, "Telephone", "not the password")).Error);
        await AddAsync(_person, 1, "Telephone", Given.Password);

        Assert.Equal(AccountErrors.NotProven, (await RemoveAsync(_person, 1, "not the password")).Error);
        Assert.True(await HasSecondFactorAsync());
    }

    [Fact]
    public async Task It_is_renamed_by_its_person_and_never_without_a_name()
    {
        await AddAsync(_person, 1, "Telephone", Given.Password);
        var stranger = Actor.User((await Host.AccountAsync("stranger@example.org")).Id);

        Assert.Equal(AccountErrors.PasskeyNameMissing, (await RenameAsync(_person, " ")).Error);
        Assert.Equal(AccessErrors.NotFound, (await RenameAsync(stranger, "Mine")).Error);
        Assert.Equal(AccessErrors.NotFound, (await RemoveAsync(stranger, 1)).Error);
        Assert.True((await RenameAsync(_person, "Work\ntelephone")).IsSuccess);

        Assert.Equal("Work telephone", Assert.Single(await Host.CallAsync<UserManager<ConsoleUser>, IList<UserPasskeyInfo>>(
            async users => await users.GetPasskeysAsync((await users.FindByIdAsync(_person.Id.ToString()))!))).Name);
    }

    [Fact]
    public async Task Without_a_proof_the_device_is_asked_for_nothing_and_a_ticket_is_one_person_s_for_a_while()
    {
        using var client = await Host.SignedInAsync("awa@example.org");
        using (var refused = await OptionsAsync(client, "not the password"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.DoesNotContain("challenge", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var begun = await OptionsAsync(client, Given.Password)) Assert.Contains("challenge", await begun.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        var stranger = Actor.User((await Host.AccountAsync("stranger@example.org")).Id);
        var ticket = (await BeginAsync(_person, "Telephone", Given.Password)).Value.Ticket;
        Assert.Equal(AccountErrors.NotProven, (await AddAsync(stranger, 1, ticket)).Error);
        Assert.Equal(AccountErrors.NotProven, (await AddAsync(_person, 1, null)).Error);
        Host.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(AccountErrors.NotProven, (await AddAsync(_person, 1, ticket)).Error);
    }

    private static async Task<HttpResponseMessage> OptionsAsync(HttpClient client, string proof)
    {
        var page = await client.GetStringAsync(new Uri("/account/manage/passkeys", UriKind.Relative));
        using var form = new FormUrlEncodedContent([new("Form.Name", "Telephone"), new("Form.Proof", proof), .. PlainForms.TokensOf(page)]);
        return await client.PostAsync(new Uri("/account/passkeys/creation-options", UriKind.Relative), form);
    }

    private Task<Result<BegunPasskey>> BeginAsync(Actor actor, string name, string proof) =>
        Host.CallAsync<BeginPasskey, Result<BegunPasskey>>(use => use.HandleAsync(new(name, proof), actor, CancellationToken.None));

    private async Task<Result<ConsoleUser>> AddAsync(Actor actor, byte id, string name, string proof) =>
        await BeginAsync(actor, name, proof) is { IsSuccess: true } begun
            ? await AddAsync(actor, id, begun.Value.Ticket) : AccountErrors.NotProven;

    private Task<Result<ConsoleUser>> AddAsync(Actor actor, byte id, string? ticket) =>
        Host.CallAsync<AddPasskey, Result<ConsoleUser>>(use => use.HandleAsync(
            new(new UserPasskeyInfo([id], [1], DateTimeOffset.UnixEpoch, 0, null, true, false, false, [1], [1]), ticket, null), actor,
            CancellationToken.None));

    private Task<Result<ConsoleUser>> RemoveAsync(Actor actor, byte id, string proof = Given.Password) =>
        Host.CallAsync<RemovePasskey, Result<ConsoleUser>>(use => use.HandleAsync(new([id], proof, null), actor, CancellationToken.None));

    private Task<Result> RenameAsync(Actor actor, string name) =>
        Host.CallAsync<RenamePasskey, Result>(use => use.HandleAsync([1], name, actor, CancellationToken.None));

    private Task<bool> HasSecondFactorAsync() =>
        Host.StoreAsync(db => db.Users.Where(u => u.Id == _person.Id).Select(u => u.TwoFactorEnabled).SingleAsync());
}

public sealed class PasskeysOnSqlite() : PasskeyTests(DatabaseKind.Sqlite);

public sealed class PasskeysOnPostgreSql() : PasskeyTests(DatabaseKind.PostgreSql);
