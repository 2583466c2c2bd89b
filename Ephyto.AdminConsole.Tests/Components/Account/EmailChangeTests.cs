using System.Net;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Components.Account;

/// <summary>An address changes when the holders of both mailboxes say so.</summary>
public abstract class EmailChangeTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Old = "awa@example.org";
    private const string New = "awa.kouassi@example.net";

    [Fact]
    public async Task Both_confirm_and_the_account_and_the_membership_change()
    {
        var (nppo, person) = await MemberAsync();
        using var client = await Host.SignedInAsync(Old);
        using (var asked = await client.SendFormAsync("/account/manage/email", "email", ("Form.Email", $" {New.ToUpperInvariant()} "),
            ("Form.Proof", Given.Password)))
            Assert.Contains(New, await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Contains("One of two", await ConfirmAsync(client, Old, "/account/email/old"), StringComparison.Ordinal);
        Assert.Equal(Old, await EmailAsync(person));
        using var other = Host.CreateClient();
        Assert.Contains("The address is changed", await ConfirmAsync(other, New, "/account/email/new"), StringComparison.Ordinal);

        Assert.Equal(New, await EmailAsync(person));
        var member = await Host.StoreAsync(db => db.Set<Member>().SingleAsync(m => m.UserId == person.Id));
        Assert.Equal((New, Member.KeyOf(nppo, New)), (member.Email, member.CurrentKey));
        Assert.False(await client.IsSignedInAsync());
        using var again = await Host.SignedInAsync(New);
        Assert.True(await again.IsSignedInAsync());
        Assert.Equal(Old, (await Host.EmailAsync("account.email-changed-old", person.Id)).To);
        Assert.Equal(New, (await Host.EmailAsync("account.email-changed", person.Id)).To);
    }

    [Fact]
    public async Task It_needs_a_proof_and_another_address()
    {
        var (_, person) = await MemberAsync();

        Assert.Equal(AccountErrors.NotProven, (await AskAsync(person, New, "not the password")).Error);
        Assert.Equal(AccountErrors.SameEmail, (await AskAsync(person, Old)).Error);
        Assert.Equal(MemberErrors.InvalidEmail, (await AskAsync(person, "nonsense")).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await AskAsync(Actor.Anonymous, New)).Error);
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<EmailChange>().CountAsync()));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told_to_its_holder_only()
    {
        var (_, person) = await MemberAsync();
        await Host.AccountAsync(New);
        Assert.True((await AskAsync(person, New)).IsSuccess);

        Assert.False((await ConfirmAsync(await LinkAsync(Old), LinkPurpose.ConfirmOldEmail)).Value);
        Assert.Equal(AccountErrors.EmailTaken, (await ConfirmAsync(await LinkAsync(New), LinkPurpose.ConfirmNewEmail)).Error);
        Assert.Equal(Old, await EmailAsync(person));
    }

    [Fact]
    public async Task A_newer_wish_takes_the_place_of_the_older()
    {
        var (_, person) = await MemberAsync();
        await AskAsync(person, "first@example.net");
        var first = await LinkAsync("first@example.net");
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(person, New);

        Assert.Equal(LinkErrors.NotUsable, (await ConfirmAsync(first, LinkPurpose.ConfirmNewEmail)).Error);
        Assert.Equal(LinkErrors.NotUsable, (await ConfirmAsync(await LinkAsync(New), LinkPurpose.ConfirmOldEmail)).Error);
        Host.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(LinkErrors.NotUsable, (await ConfirmAsync(await LinkAsync(New), LinkPurpose.ConfirmNewEmail)).Error);
    }

    public static TheoryData<string, string, string, bool> Ends()
    {
        TheoryData<string, string, string, bool> rows = [];
        foreach (var side in new[] { "old", "new" })
        {
            rows.Add(side, "open", "Change the e-mail address?", true);
            rows.Add(side, "used", "has agreed to the change", false);
            rows.Add(side, "both", "The address is changed", false);
            rows.Add(side, "used and overtaken", "is no longer wanted", false);
            rows.Add(side, "overtaken", "This link was replaced", false);
            rows.Add(side, "expired", "This link has expired", false);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task The_page_of_a_link_says_how_the_change_stands_and_leads_nobody_in_a_circle(string side, string state,
        string says, bool waits)
    {
        var (_, person) = await MemberAsync();
        await AskAsync(person, New);
        var email = await EmailToAsync(side == "old" ? Old : New);
        var (mine, other) = (side == "old" ? Old : New, side == "old" ? New : Old);
        using var browser = Host.CreateClient();
        await browser.GetAsync("/language/en");
        if (state is "used" or "both" or "used and overtaken")
            Assert.True((await ConfirmAsync(await LinkAsync(mine), PurposeOf(mine))).IsSuccess);
        if (state == "both") Assert.True((await ConfirmAsync(await LinkAsync(other), PurposeOf(other))).IsSuccess);
        Host.Time.Advance(state == "expired" ? RequestEmailChange.Lifetime : TimeSpan.FromHours(1));
        if (state.EndsWith("overtaken", StringComparison.Ordinal)) Assert.True((await AskAsync(person, "third@example.net")).IsSuccess);

        var tab = await new Tab(browser).GoToAsync($"/account/email/{side}/{Host.SecretOf(email)}");

        Assert.Contains(says, tab.Text, StringComparison.Ordinal);
        Assert.Equal(waits, tab.Acts.Any());
        Assert.DoesNotContain("Open it once more", tab.Text, StringComparison.Ordinal);
    }

    private static LinkPurpose PurposeOf(string address) => address == Old ? LinkPurpose.ConfirmOldEmail : LinkPurpose.ConfirmNewEmail;

    private async Task<(Guid Nppo, Actor Person)> MemberAsync()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        return (nppo.Id, await Host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, Old));
    }

    private Task<Result<EmailAddress>> AskAsync(Actor person, string wanted, string proof = Given.Password) =>
        Host.CallAsync<RequestEmailChange, Result<EmailAddress>>(
            use => use.HandleAsync(new RequestEmailChangeRequest(wanted, proof), person, CancellationToken.None));

    private Task<Result<bool>> ConfirmAsync(Guid link, LinkPurpose purpose) =>
        Host.CallAsync<ConfirmEmailChange, Result<bool>>(use => use.HandleAsync(link, purpose, null, CancellationToken.None));

    private Task<OutgoingEmail> EmailToAsync(string address) => Host.StoreAsync(db =>
        db.Set<OutgoingEmail>().Where(e => e.Kind == "account.confirm-email" && e.To == address)
            .OrderByDescending(e => e.QueuedAt).FirstAsync());

    private async Task<Guid> LinkAsync(string address) => await Host.LinkOfAsync(await EmailToAsync(address));

    private async Task<string> ConfirmAsync(HttpClient client, string address, string path)
    {
        using var opened = await client.GetAsync(new Uri($"{path}/{Host.SecretOf(await EmailToAsync(address))}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        using var confirmed = await client.SendFormAsync(path, "confirm");
        return await confirmed.Content.ReadAsStringAsync();
    }

    private Task<string?> EmailAsync(Actor person) =>
        Host.StoreAsync(db => db.Users.Where(u => u.Id == person.Id).Select(u => u.Email).SingleAsync());
}

public sealed class EmailChangeOnSqlite() : EmailChangeTests(DatabaseKind.Sqlite);

public sealed class EmailChangeOnPostgreSql() : EmailChangeTests(DatabaseKind.PostgreSql);
