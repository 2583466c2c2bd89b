using System.Net;
using Ephyto.AdminConsole.Features.People.Invitations.UseCases;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Tests.Features.People.Invitations;

/// <summary>From the invitation to a role in the hub.</summary>
public abstract class HubInvitationTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Kind = "hub-user.invitation";
    private const string Page = "/account/hub-invitation";
    private Actor _boss = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _boss = await Host.AppointAsync(HubRole.HubAdministrator, "Boss");
    }

    [Fact]
    public async Task The_invited_person_gets_an_account_and_the_role_by_the_link_once()
    {
        var invited = await InviteAsync("  New.Officer@Example.org ", "fr");
        var mail = await Host.EmailAsync(Kind, invited);
        Assert.Equal(("new.officer@example.org", "fr"), (mail.To, mail.Language));
        Assert.Contains("Boss vous propose un rôle", mail.Text, StringComparison.Ordinal);
        var link = await Host.LinkOfAsync(mail);

        var made = await ActivateAsync(link);
        Assert.Equal("Nana Officer", made.Value.DisplayName);
        Assert.Equal(HubRole.Auditor, await RoleAsync(made.Value.Id));
        Assert.Equal(LinkErrors.NotUsable, (await ActivateAsync(link)).Error);
        Assert.Equal(HubUserErrors.NotPossibleNow,
            (await Host.Get<CancelHubInvitation>()
                .HandleAsync(await Host.LookAtHubUserAsync(invited), _boss, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task An_address_is_invited_once_and_is_free_again_after_a_cancelled_invitation()
    {
        var first = await InviteAsync("person@example.org");
        var link = await Host.LinkOfAsync(await Host.EmailAsync(Kind, first));
        Assert.Equal(HubUserErrors.AlreadyThere, (await TryInviteAsync("PERSON@example.org")).Error);
        Assert.Equal(HubUserErrors.AlreadyThere, (await TryInviteAsync("boss@example.org")).Error);
        Assert.Equal(HubUserErrors.InvalidEmail, (await TryInviteAsync("nonsense")).Error);

        Assert.Equal(HubUserStatus.Cancelled,
            (await Host.Get<CancelHubInvitation>().HandleAsync(await Host.LookAtHubUserAsync(first), _boss, CancellationToken.None)).Value);
        Assert.Equal(EmailState.Cancelled, (await Host.EmailAsync(Kind, first)).State);
        Assert.Equal(LinkErrors.NotUsable, (await ActivateAsync(link)).Error);
        Assert.True((await TryInviteAsync("person@example.org")).IsSuccess);
    }

    [Fact]
    public async Task Two_administrators_who_invite_the_same_person_at_once_make_one_invitation()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TryInviteAsync("person@example.org"))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.Equal(3, outcomes.Count(outcome => outcome.Error == HubUserErrors.AlreadyThere));
    }

    [Fact]
    public async Task An_invitation_sent_again_carries_a_new_link_but_not_every_second()
    {
        var invited = await InviteAsync("person@example.org");
        var before = await Host.LinkOfAsync(await Host.EmailAsync(Kind, invited));
        Assert.Equal(HubUserErrors.ResentRecently, (await ResendAsync(invited)).Error);
        Host.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(HubUserStatus.Invited, (await ResendAsync(invited)).Value);
        Assert.Equal(LinkErrors.NotUsable, (await ActivateAsync(before)).Error);
        Assert.True((await ActivateAsync(await Host.LinkOfAsync(await Host.EmailAsync(Kind, invited)))).IsSuccess);
    }

    [Fact]
    public async Task Who_has_an_account_accepts_with_its_password_and_nobody_accepts_for_another()
    {
        var account = await Host.AccountAsync("person@example.org");
        var invited = await InviteAsync("person@example.org");
        var link = await Host.LinkOfAsync(await Host.EmailAsync(Kind, invited));
        Assert.Equal(AccountErrors.AlreadyExists, (await ActivateAsync(link)).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await Host.CallAsync<AcceptInvitation, Result<Guid>>(
            accept => accept.HandleAsync(new(link, PersonDetails.Unknown), _boss, CancellationToken.None))).Error);

        using var client = Host.CreateClient();
        await client.GetAsync(new Uri($"{Page}/{Host.SecretOf(await Host.EmailAsync(Kind, invited))}", UriKind.Relative));
        using var wrong = await client.SendFormAsync(Page, "invitation", ("Form.Password", "not the password"));
        Assert.Contains("do not match", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await RoleAsync(account.Id));
        using var entered = await client.SendFormAsync(Page, "invitation", ("Form.Password", Given.Password));
        Assert.Equal((HttpStatusCode.Redirect, "/hub"), (entered.StatusCode, entered.Headers.Location?.AbsolutePath));
        Assert.Equal(HubRole.Auditor, await RoleAsync(account.Id));
    }

    [Fact]
    public async Task Who_is_signed_in_as_somebody_else_is_told_so_and_nothing_happens()
    {
        await Host.AccountAsync("somebody@example.org");
        var invited = await InviteAsync("person@example.org");
        using var client = Host.CreateClient();
        using var signedIn = await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", "somebody@example.org"),
            ("Form.Password", Given.Password));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);

        await client.GetAsync(new Uri($"{Page}/{Host.SecretOf(await Host.EmailAsync(Kind, invited))}", UriKind.Relative));
        var shown = await client.GetStringAsync(new Uri(Page, UriKind.Relative));

        Assert.Contains("This invitation is for somebody else", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"_handler\" value=\"invitation\"", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_link_is_renewed_for_the_same_person()
    {
        var invited = await InviteAsync("person@example.org");
        var mail = await Host.EmailAsync(Kind, invited);
        Host.Time.Advance(TimeSpan.FromDays(8));
        using var client = Host.CreateClient();
        using var opened = await client.GetAsync(new Uri($"{Page}/{Host.SecretOf(mail)}", UriKind.Relative));
        Assert.EndsWith("&purpose=ActivateHubUser&state=Expired", opened.Headers.Location?.OriginalString, StringComparison.Ordinal);

        var link = (await Host.Get<LinkUse>().FindAsync(Host.SecretOf(mail), CancellationToken.None))!;
        await Host.CallAsync<IEnumerable<ILinkRenewal>>(renewals => renewals.Single(renewal => renewal.Purpose == link.Purpose)
            .RenewAsync(link, CancellationToken.None));

        Assert.True((await ActivateAsync(await Host.LinkOfAsync(await Host.EmailAsync(Kind, invited)))).IsSuccess);
    }

    private async Task<Guid> InviteAsync(string email, string language = "en") => (await TryInviteAsync(email, language)).Value;

    private Task<Result<Guid>> TryInviteAsync(string email, string language = "en") =>
        Host.Get<InviteHubUser>().HandleAsync(new(email, HubRole.Auditor, language), _boss, CancellationToken.None);

    private async Task<Result<HubUserStatus>> ResendAsync(Guid id) =>
        await Host.Get<ResendHubInvitation>().HandleAsync(await Host.LookAtHubUserAsync(id), _boss, CancellationToken.None);

    private Task<Result<AdminConsole.Data.Identity.ConsoleUser>> ActivateAsync(Guid link) =>
        Host.CallAsync<ActivateAccount, Result<AdminConsole.Data.Identity.ConsoleUser>>(
            activate =>
                activate.HandleAsync(new(link, PersonDetails.Unknown with { FamilyName = "Nana Officer" }, Given.Password, "fr"),
                    CancellationToken.None));

    private Task<HubRole?> RoleAsync(Guid account) => Host.StoreAsync(db => db.HubRoleOfAsync(Actor.User(account), CancellationToken.None));
}

public sealed class HubInvitationOnSqlite() : HubInvitationTests(DatabaseKind.Sqlite);

public sealed class HubInvitationOnPostgreSql() : HubInvitationTests(DatabaseKind.PostgreSql);
