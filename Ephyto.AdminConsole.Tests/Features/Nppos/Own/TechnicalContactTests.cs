using Ephyto.AdminConsole.Features.Nppos.Own.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Tests.Features.People.Members;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Tests.Features.Nppos.Own;

/// <summary>How the place of technical contact passes from one person to another.</summary>
public abstract class TechnicalContactTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Nppo _nppo = null!;
    private Actor _boss = Actor.Anonymous;
    private Actor _contact = Actor.Anonymous;
    private Actor _colleague = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _) = await Host.ConfirmedNppoAsync();
        _boss = await Host.ActiveMemberAsync(_nppo.Id, NppoRole.Administrator, "boss@example.org");
        _contact = await Host.ActiveMemberAsync(_nppo.Id, NppoRole.Integrator, "contact@example.org");
        _colleague = await Host.ActiveMemberAsync(_nppo.Id, NppoRole.Viewer, "colleague@example.org");
        var contact = await Host.MemberOfAsync(_nppo.Id, _contact);
        await Host.ChangeAsync(_nppo, stored => stored.HandOverTechnicalContact(contact.Id, _boss.Id, Host.Now()));
    }

    [Fact]
    public async Task It_passes_when_the_person_asked_accepts_and_both_sides_are_told()
    {
        Assert.True((await OfferAsync(_contact, _colleague)).IsSuccess);
        Assert.Equal("colleague@example.org", Assert.Single(await Host.EmailsAsync("nppo.technical-contact-offered")).To);
        Assert.True((await ViewAsync(_colleague)).IsMine);
        Assert.Equal("contact@example.org", (await ViewAsync(_boss)).Contact!.Email);

        Assert.True((await AnswerAsync(_colleague, true)).IsSuccess);

        Assert.Equal("colleague@example.org", (await ViewAsync(_boss)).Contact!.Email);
        Assert.Contains(await Host.EmailsAsync("nppo.technical-contact-passed"), email => email.To == "contact@example.org"
            && email.Text.Contains("Some colleague", StringComparison.Ordinal));
        Assert.Equal(TechnicalContactErrors.NothingOffered, (await AnswerAsync(_colleague, true)).Error);
    }

    [Fact]
    public async Task Declined_or_withdrawn_it_stays_and_the_other_is_told()
    {
        Assert.True((await OfferAsync(_boss, _colleague)).IsSuccess);
        Assert.Equal(TechnicalContactErrors.OfferOpen, (await OfferAsync(_contact, _boss)).Error);
        Assert.True((await AnswerAsync(_colleague, false)).IsSuccess);
        Assert.Equal("boss@example.org", Assert.Single(await Host.EmailsAsync("nppo.technical-contact-declined")).To);

        Assert.True((await OfferAsync(_boss, _colleague)).IsSuccess);
        Assert.True((await WithdrawAsync(_contact)).IsSuccess);
        Assert.Equal("colleague@example.org", Assert.Single(await Host.EmailsAsync("nppo.technical-contact-withdrawn")).To);
        Assert.Equal(TechnicalContactErrors.NothingOffered, (await AnswerAsync(_colleague, true)).Error);
        Assert.Equal("contact@example.org", (await ViewAsync(_boss)).Contact!.Email);
    }

    [Fact]
    public async Task While_the_hub_has_suspended_the_organization_nobody_hands_it_over_or_takes_it()
    {
        Assert.True((await OfferAsync(_boss, _colleague)).IsSuccess);
        await Host.ChangeAsync(_nppo, stored => Assert.True(stored.Suspend("Why", Actor.System, Host.Now()).IsSuccess));

        Assert.Equal(AccessErrors.NotAllowed, (await AnswerAsync(_colleague, true)).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await WithdrawAsync(_contact)).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await OfferAsync(_boss, _colleague)).Error);
    }

    [Fact]
    public async Task A_suspended_contact_leaves_the_place_empty_until_an_administrator_takes_it()
    {
        Assert.Equal(TechnicalContactErrors.SomebodyElse, (await TakeAsync(_boss)).Error);
        Assert.True((await SuspendAsync(_contact)).IsSuccess);

        Assert.Null((await ViewAsync(_boss)).Contact);
        Assert.Equal("boss@example.org", Assert.Single(await Host.EmailsAsync("nppo.technical-contact-vacated")).To);
        Assert.Equal(AccessErrors.NotAllowed, (await TakeAsync(_colleague)).Error);
        Assert.True((await TakeAsync(_boss)).IsSuccess);
        Assert.Equal("boss@example.org", (await ViewAsync(_colleague)).Contact!.Email);
    }

    [Fact]
    public async Task Who_is_suspended_while_asked_is_asked_no_longer()
    {
        Assert.True((await OfferAsync(_contact, _colleague)).IsSuccess);
        Assert.True((await SuspendAsync(_colleague)).IsSuccess);

        Assert.Null((await ViewAsync(_boss)).Offered);
        Assert.Equal(AccessErrors.NotAllowed, (await AnswerAsync(_colleague, true)).Error);
        Assert.Equal(TechnicalContactErrors.NotActive, (await OfferAsync(_contact, _colleague)).Error);
    }

    [Fact]
    public async Task Only_an_administrator_or_the_contact_hands_it_over_and_the_hub_only_looks()
    {
        var (foreign, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        var stranger = await Host.ActiveMemberAsync(foreign.Id, NppoRole.Administrator, "stranger@example.org");
        var hub = await Host.AppointAsync(HubRole.HubAdministrator);

        foreach (var actor in new[] { _colleague, stranger, hub, Actor.Anonymous })
        {
            Assert.Equal(AccessErrors.NotAllowed, (await OfferAsync(actor, _boss)).Error);
            Assert.Equal(AccessErrors.NotAllowed, (await WithdrawAsync(actor)).Error);
            Assert.Equal(AccessErrors.NotAllowed, (await TakeAsync(actor)).Error);
        }

        var strangers = await Host.MemberOfAsync(foreign.Id, stranger);
        Assert.Equal(TechnicalContactErrors.NotActive,
            (await Host.Get<OfferTechnicalContact>()
                .HandleAsync(new(_nppo.Id, strangers.Id, (await Host.LookAtNppoAsync(_nppo.Id)).TechnicalContactId), _boss,
                    CancellationToken.None)).Error);
        Assert.Equal(("contact@example.org", false), ((await ViewAsync(hub)).Contact!.Email, (await ViewAsync(hub)).MayHandOver));
        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<ViewTechnicalContact>().HandleAsync(_nppo.Id, stranger, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task An_answer_and_a_withdrawal_are_about_the_offer_that_the_page_showed()
    {
        await OfferAsync(_boss, _colleague);
        var shown = (await ViewAsync(_colleague)).Offer;
        await WithdrawAsync(_boss);
        Host.Time.Advance(TimeSpan.FromMinutes(5));
        await OfferAsync(_contact, _colleague);

        foreach (var accept in new[] { true, false })
            Assert.Equal(AccessErrors.ChangedMeanwhile,
                (await Host.Get<AnswerTechnicalContact>()
                    .HandleAsync(new(_nppo.Id, shown, accept), _colleague, CancellationToken.None)).Error);
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<WithdrawTechnicalContact>().HandleAsync(new(_nppo.Id, shown), _boss, CancellationToken.None)).Error);

        Assert.Equal("contact@example.org", (await ViewAsync(_boss)).Contact!.Email);
        Assert.Equal("colleague@example.org", (await ViewAsync(_boss)).Offered!.Email);
        Assert.True((await AnswerAsync(_colleague, true)).IsSuccess);
    }

    [Fact]
    public async Task Who_saw_nobody_asked_or_somebody_else_in_the_place_overrules_nobody()
    {
        var before = (await ViewAsync(_boss)).Contact!.Id;
        var colleague = (await Host.MemberOfAsync(_nppo.Id, _colleague)).Id;
        await SuspendAsync(_contact);
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<OfferTechnicalContact>().HandleAsync(new(_nppo.Id, colleague, before), _boss, CancellationToken.None)).Error);
        Assert.True((await OfferAsync(_boss, _colleague)).IsSuccess);

        Assert.Equal(TechnicalContactErrors.OfferOpen, (await TakeAsync(_boss)).Error);

        Assert.Equal("colleague@example.org", (await ViewAsync(_boss)).Offered!.Email);
    }

    private async Task<TechnicalContactView> ViewAsync(Actor actor) =>
        (await Host.Get<ViewTechnicalContact>().HandleAsync(_nppo.Id, actor, CancellationToken.None)).Value;

    private async Task<Result<Guid>> OfferAsync(Actor actor, Actor to) =>
        await Host.Get<OfferTechnicalContact>().HandleAsync(
            new(_nppo.Id, (await Host.MemberOfAsync(_nppo.Id, to)).Id, (await Host.LookAtNppoAsync(_nppo.Id)).TechnicalContactId), actor,
            CancellationToken.None);

    private async Task<Result<Guid>> AnswerAsync(Actor actor, bool accept) =>
        await Host.Get<AnswerTechnicalContact>()
            .HandleAsync(new(_nppo.Id, (await Host.LookAtNppoAsync(_nppo.Id)).Offer, accept), actor, CancellationToken.None);

    private async Task<Result<Guid>> WithdrawAsync(Actor actor) =>
        await Host.Get<WithdrawTechnicalContact>()
            .HandleAsync(new(_nppo.Id, (await Host.LookAtNppoAsync(_nppo.Id)).Offer), actor, CancellationToken.None);

    private Task<Result<Guid>> TakeAsync(Actor actor) =>
        Host.Get<TakeTechnicalContact>().HandleAsync(_nppo.Id, actor, CancellationToken.None);

    private async Task<Result<Domain.Members.MemberStatus>> SuspendAsync(Actor person) =>
        await Host.Get<SuspendMember>().HandleAsync(new(await Host.SeenAsync(_nppo.Id, person), "Away"), _boss, CancellationToken.None);
}

public sealed class TechnicalContactOnSqlite() : TechnicalContactTests(DatabaseKind.Sqlite);

public sealed class TechnicalContactOnPostgreSql() : TechnicalContactTests(DatabaseKind.PostgreSql);
