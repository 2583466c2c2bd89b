using System.Security.Claims;
using Bunit;
using Ephyto.AdminConsole.Components.Nppos;
using Ephyto.AdminConsole.Components.Nppos.UseCases;
using Ephyto.AdminConsole.Features.People.Members.Components;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

/// <summary>The list of members as its readers see it, and as it changes before their eyes.</summary>
public sealed class MemberBoardTests() : UseCaseTests(DatabaseKind.Sqlite)
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
    public async Task An_administrator_acts_and_a_viewer_only_reads()
    {
        var viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
        await using var bosses = new Reader(Host, _boss);
        await using var viewers = new Reader(Host, viewer);

        var full = bosses.ShowBoard(_nppo);
        var plain = viewers.ShowBoard(_nppo);

        full.WaitForElement("tbody tr");
        plain.WaitForElement("tbody tr");
        Assert.Contains(full.FindAll("tbody button"), button => button.TextContent.StartsWith("Change the role", StringComparison.Ordinal));
        Assert.Equal("Leave the organization", Assert.Single(plain.FindAll("tbody button")).TextContent);
        Assert.Empty(plain.FindAll(".page-actions button"));
        Assert.Equal(3, plain.FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task What_happens_elsewhere_appears_with_the_fate_of_the_email()
    {
        await using var reader = new Reader(Host, _boss);
        var board = reader.ShowBoard(_nppo);
        board.WaitForElement("tbody tr");

        var invited = (await InviteAsync("new@example.org")).Value;
        board.WaitForAssertion(() => Assert.Contains("new@example.org", board.Words(), StringComparison.Ordinal));

        var mail = await Host.EmailAsync("member.invitation", invited);
        await Host.ChangeAsync(mail, queued => queued.MarkFailed("550 no such mailbox", Host.Now()));
        board.WaitForAssertion(() => Assert.Contains("550 no such mailbox", board.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inviting_says_what_is_wrong_beside_the_field_warns_of_open_services_and_then_tells_the_news()
    {
        await using var reader = new Reader(Host, _boss);
        var board = reader.ShowBoard(_nppo);
        await board.WaitForElement(".page-actions button").ClickAsync();

        await board.Find("#invite-email").InputAsync("nonsense");
        await board.Find("section form").SubmitAsync();
        board.WaitForAssertion(
            () => Assert.Contains("not a valid e-mail address", board.Find("#invite-email-error").TextContent, StringComparison.Ordinal));
        await board.Find("#invite-email").InputAsync("someone@gmail.com");
        Assert.Contains("open to everybody", board.Find("section .notice").TextContent, StringComparison.Ordinal);
        await board.Find("section form").SubmitAsync();

        board.WaitForAssertion(
            () => Assert.Contains("someone@gmail.com is on its way", board.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(e => e.To == "someone@gmail.com")));
    }

    [Fact]
    public async Task A_curly_apostrophe_is_named_with_its_address_and_the_focus_goes_to_the_field()
    {
        await using var reader = new Reader(Host, _boss);
        var board = reader.ShowBoard(_nppo);
        await board.WaitForElement(".page-actions button").ClickAsync();

        await board.Find("#invite-email").InputAsync("o’brien@example.org");
        await board.Find("section form").SubmitAsync();
        board.WaitForAssertion(
            () => Assert.Equal("The address has a curly apostrophe (’). Type a straight one (').",
                board.Find("#invite-email-error").TextContent.Trim()));
        board.WaitForAssertion(() => reader.JSInterop.VerifyFocusAsyncInvoke());

        await board.Find("#invite-email").InputAsync("ada@example.org; o’brien@example.org");
        await board.Find("#invite-email").BlurAsync();
        Assert.StartsWith("“o’brien@example.org”: The address has a curly", board.Find("#invite-email-error").TextContent.Trim(),
            StringComparison.Ordinal);
        await board.Find("section form").SubmitAsync();
        board.WaitForAssertion(
            () => Assert.Contains("Type a straight one", board.Find(".invite-results").TextContent, StringComparison.Ordinal));
        Assert.Equal("o’brien@example.org", board.Find("#invite-email").GetAttribute("value"));
    }

    [Fact]
    public async Task Whose_organization_is_suspended_reads_since_when_why_and_whom_to_ask()
    {
        await Host.ChangeAsync(await Host.StoreAsync(db => db.Set<Domain.Nppos.Nppo>().SingleAsync(n => n.Id == _nppo)),
            nppo => Assert.True(nppo.Suspend("The certificate was stolen.", Actor.System, Host.Now()).IsSuccess));
        await using var reader = new Reader(Host, _boss);

        var page = reader.ShowMine();

        var card = page.WaitForElement("section.card").TextContent;
        Assert.Contains("The Hub suspended", card, StringComparison.Ordinal);
        Assert.Contains("The certificate was stolen.", card, StringComparison.Ordinal);
        Assert.Contains("ippc@fao.org", card, StringComparison.Ordinal);
        Assert.NotNull(page.Find("section.card time"));
        Assert.DoesNotContain("invites you", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_several_organizations_chooses_one_and_who_has_none_is_told()
    {
        var (second, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        await Host.StoreAsync(async db =>
        {
            var member = Domain.Members.Member.Invite(second.Id, EmailAddress.TryParse("boss@example.org")!, "en", NppoRole.Viewer,
                _boss.Id, Host.Now());
            member.Activate(_boss.Id, Domain.Members.PersonDetails.Unknown, Host.Now());
            db.Add(member);
            return await db.SaveChangesAsync();
        });
        await using var reader = new Reader(Host, _boss);
        await using var nobody = new Reader(Host, Actor.User((await Host.AccountAsync("nobody@example.org")).Id));

        var choice = reader.ShowMine();
        choice.WaitForElement("li.card");
        Assert.Equal(["/?nppo=CI", "/?nppo=SN"], choice.FindAll("li.card a").Select(link => link.GetAttribute("href")));
        Assert.Contains("not a member", nobody.ShowMine().WaitForElement("h1").TextContent, StringComparison.Ordinal);

        reader.Services.GetRequiredService<NavigationManager>().NavigateTo("/?nppo=SN");
        var chosen = reader.ShowMine();
        chosen.WaitForAssertion(() => Assert.Contains($"page of {second.Id}", chosen.Markup, StringComparison.Ordinal));
        Assert.Equal("/?nppo=-", chosen.Find("a").GetAttribute("href"));
        reader.Services.GetRequiredService<NavigationManager>().NavigateTo("/?nppo=-");
        Assert.Equal(2, reader.ShowMine().WaitForElements("li.card").Count);
    }

    private Task<Result<Guid>> InviteAsync(string email) =>
        Host.Get<InviteMember>().HandleAsync(new InviteMemberRequest(_nppo, email, NppoRole.Viewer, "en"), _boss, CancellationToken.None);

    /// <summary>A person at an open page, on the services of the running console.</summary>
    private sealed class Reader : BunitContext
    {
        private readonly CultureScope _culture = CultureScope.Enter("en");
        private readonly IServiceScope _scope;

        public Reader(ConsoleHost host, Actor person)
        {
            Services.AddMudServices();
            _scope = host.Services.CreateScope();
            Services.AddFallbackServiceProvider(_scope.ServiceProvider);
            this.AddAuthorization().SetAuthorized("reader").SetClaims(new Claim(ClaimTypes.NameIdentifier, person.Id.ToString()));
        }

        public IRenderedComponent<MemberBoard> ShowBoard(Guid nppo) =>
            Render<MemberBoard>(parameters => parameters.Add(board => board.NppoId, nppo)
                .Add(board => board.Organization, "The organisation"));

        public IRenderedComponent<InMyNppo> ShowMine() =>
            Render<InMyNppo>(parameters => parameters.Add<MyNppo>(mine => mine.ChildContent, nppo => $"<p>page of {nppo.NppoId}</p>"));

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            _scope.Dispose();
            _culture.Dispose();
        }
    }
}
