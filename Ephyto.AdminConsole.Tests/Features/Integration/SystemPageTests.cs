using Bunit;
using Ephyto.AdminConsole.Features.DigitalCertificates.Components;
using Ephyto.AdminConsole.Features.Integration;
using Ephyto.AdminConsole.Features.Integration.Components;
using Ephyto.AdminConsole.Features.Integration.Pages;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Tests.Features.Integration;

/// <summary>By what an organization exchanges, on its pages.</summary>
public sealed partial class SystemPageTests : PageTests
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
    public async Task What_is_missing_is_said_at_its_field_and_the_steps_follow_from_what_is_saved()
    {
        var board = OpenBoard(_boss);
        await board.WaitForElement("section[aria-labelledby=exchange-system] button").ClickAsync();
        await board.Find("#exchange-ThroughAnotherSystem").ChangeAsync(true);
        await board.Find("form[data-keep=system]").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains(
            "Say which system", board.Find("#serving-name-error").TextContent, StringComparison.Ordinal));
        // All that is missing is said at once.
        Assert.NotEmpty(board.Find("#serving-since-error").TextContent);
        await board.Find("#serving-name").InputAsync("Regional system");
        await board.Find("form[data-keep=system]").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains(
            "cannot lie in the future", board.Find("#serving-since-error").TextContent, StringComparison.Ordinal));
        await board.Find("#serving-since").ChangeAsync("2025-01-31");
        await board.Find("form[data-keep=system]").SubmitAsync();

        board.WaitForAssertion(() => Assert.Contains("The system is saved.", board.Markup, StringComparison.Ordinal));
        Assert.Equal(["Contacts complete", "System named"], Steps(board));
        Assert.Contains("Regional system", board.Find("section[aria-labelledby=exchange-system] dl").TextContent, StringComparison.Ordinal);
        Assert.Equal("Missing for live exchange", board.Find("#missing-steps").TextContent);
        Assert.DoesNotContain("For live exchange then", board.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_saved_takes_the_focus_and_so_does_the_step_that_was_reported()
    {
        var reader = Reader(_boss);
        var board = reader.Render<IntegrationBoard>(parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.Title, "Way"));
        await board.WaitForElement("section[aria-labelledby=exchange-system] button").ClickAsync();
        await board.Find("#exchange-GeNS").ChangeAsync(true);
        await board.Find("form[data-keep=system]").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains(
            "The system is saved.", board.Find(".board-news[tabindex='-1']").TextContent, StringComparison.Ordinal));
        board.WaitForAssertion(() => reader.JSInterop.VerifyFocusAsyncInvoke());

        await board.WaitForElement("#evidence-TenantAsked").InputAsync("Asked on 2 March");
        await board.Find("form[data-keep='step TenantAsked']").SubmitAsync();

        board.WaitForAssertion(() => Assert.Contains("Reported: Tenant", board.Find(".board-news").TextContent, StringComparison.Ordinal));
        board.WaitForAssertion(() => reader.JSInterop.VerifyFocusAsyncInvoke(2));
        Assert.All(board.FindAll("li.path-step h2"), heading => Assert.Equal("-1", heading.GetAttribute("tabindex")));
    }

    [Fact]
    public async Task What_was_saved_is_not_said_any_more_above_what_is_missing_next()
    {
        var board = OpenBoard(_boss);
        await board.WaitForElement("section[aria-labelledby=exchange-system] button").ClickAsync();
        await board.Find("#exchange-GeNS").ChangeAsync(true);
        await board.Find("form[data-keep=system]").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains(
            "The system is saved.", board.Find(".board-news").TextContent, StringComparison.Ordinal));

        await board.Find("section[aria-labelledby=exchange-system] button").ClickAsync();
        await board.Find("#exchange-ThroughAnotherSystem").ChangeAsync(true);
        await board.Find("form[data-keep=system]").SubmitAsync();

        board.WaitForAssertion(() => Assert.Contains(
            "Say which system", board.Find("#serving-name-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("", board.Find(".board-news").TextContent.Trim());
    }

    [Fact]
    public async Task What_was_reported_of_a_step_goes_with_the_system_that_it_belongs_to()
    {
        await ChangeToAsync(ExchangeSystem.GeNS);
        var board = OpenBoard(_boss);
        await board.WaitForElement("#evidence-TenantAsked").InputAsync("Asked on 2 March");
        await board.Find("form[data-keep='step TenantAsked']").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains("Reported: Tenant", board.Find(".board-news").TextContent, StringComparison.Ordinal));

        await ChangeToAsync(ExchangeSystem.NationalSystem);

        await Eventually.TrueAsync(() => Steps(board).Contains("Connection set"), "the steps of the national system");
        Assert.Equal("", board.Find(".board-news").TextContent.Trim());

        async Task ChangeToAsync(ExchangeSystem system) => Assert.True((await Host.Get<ChangeSystem>().HandleAsync(
            new(_nppo, SeenSystem.Of(await Host.LookAtNppoAsync(_nppo)), system, null, null, true, true), _boss, default)).IsSuccess);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Each_step_has_an_example_of_its_own_of_a_proof(string language)
    {
        ReadIn(language);
        var examples = Enum.GetValues<IntegrationStep>().ToDictionary(
            step => step, step => Host.Get<IStringLocalizer<IntegrationText>>()[$"EvidenceHint_{step}"]);

        Assert.All(examples.Values, example => Assert.False(example.ResourceNotFound, example.Name));
        Assert.Equal(examples.Count, examples.Values.Select(example => example.Value).Distinct().Count());
        Assert.DoesNotContain(examples[IntegrationStep.DocumentsRead].Value.Split(' '), word => word is "tracking" or "suivi");
    }

    [Fact]
    public async Task Who_was_slower_reads_what_a_colleague_chose_and_goes_on_from_there()
    {
        var faster = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "quick.colleague@example.org");
        var board = OpenBoard(_boss);
        await board.WaitForElement("section[aria-labelledby=exchange-system] button").ClickAsync();
        await board.Find("#exchange-GeNS").ChangeAsync(true);
        var seen = SeenSystem.Of(await Host.LookAtNppoAsync(_nppo));
        Assert.True((await Host.Get<ChangeSystem>().HandleAsync(new(_nppo, seen, ExchangeSystem.ThroughAnotherSystem, "Regional system",
            DateOnly.FromDateTime(Host.Now()), true, true), faster, default)).IsSuccess);

        await board.Find("form[data-keep=system]").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains("quick.colleague", board.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Regional system", board.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        await board.Find("form[data-keep=system]").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains("Tenant of GeNS asked for", Steps(board)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_is_live_without_what_live_exchange_rests_on_is_warned_and_so_is_the_hub(bool forHub)
    {
        await Host.ChangeAsync(await Host.LookAtNppoAsync(_nppo), nppo =>
        {
            nppo.StartTesting(Actor.System, Host.Now());
            nppo.GoLive(Actor.System, Host.Now());
        });
        var reader = forHub ? await Host.AppointAsync(HubRole.Auditor) : _boss;

        var board = Open<IntegrationBoard>(
            reader, "/nppo/integration", parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.ForHub, forHub));

        board.WaitForAssertion(() => Assert.Contains(
            "Live, but not everything", board.Find(".notice.tone-warning").TextContent, StringComparison.Ordinal));
        if (!forHub) Assert.Contains("Your organization is live", board.Find(".lead").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Connection set", "Digital certificate uploaded"],
            board.FindAll(".notice.tone-warning li").Select(step => step.TextContent));
    }

    [Fact]
    public async Task Whoever_judges_a_step_of_a_live_organization_reads_that_it_stays_live()
    {
        await Host.ChangeAsync(await Host.LookAtNppoAsync(_nppo), nppo =>
        {
            nppo.StartTesting(Actor.System, Host.Now());
            nppo.GoLive(Actor.System, Host.Now());
        });
        const IntegrationStep Step = IntegrationStep.FirstSent;
        Assert.True((await Host.Get<ReportStep>().HandleAsync(
            new(_nppo, await Host.LookAtStepAsync(_nppo, Step, _boss), "Number 3"), _boss, default)).IsSuccess);
        var judge = await Host.AppointAsync(HubRole.HubAdministrator);

        var board = Open<IntegrationBoard>(
            judge, "/hub/integration", parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.ForHub, true));

        board.WaitForAssertion(() => Assert.Contains(
            "stays so", board.Find("form[data-keep='answer FirstSent']").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/nppo/integration?nppo=ZW", true)]
    [InlineData("/nppo/integration?nppo=ci", false)]
    [InlineData("/nppo/integration", false)]
    public void Whoever_follows_a_link_to_another_organization_is_told_that_they_see_their_own(string address, bool isTold)
    {
        var page = Open<IntegrationPage>(_boss, address);

        page.WaitForElement(".path");
        Assert.Equal(isTold, page.Markup.Contains("an organization of which you are not a member", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_live_through_another_system_does_not_wait_to_be_set_live()
    {
        await Host.ChangeAsync(await Host.LookAtNppoAsync(_nppo), nppo =>
        {
            Assert.True(nppo.ChangeSystem(ExchangeSystem.ThroughAnotherSystem, new("Regional system", new(2025, 1, 1), true, true),
                _boss.Id, Host.Now()).IsSuccess);
            nppo.GoLive(Actor.System, Host.Now());
        });
        var board = OpenBoard(_boss);

        board.WaitForAssertion(() => Assert.Contains("you are live", board.Find(".lead").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("sets you live", board.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reported_a_step_and_when_stands_below_their_words()
    {
        const IntegrationStep Step = IntegrationStep.FirstSent;
        Assert.True((await Host.Get<ReportStep>().HandleAsync(
            new(_nppo, await Host.LookAtStepAsync(_nppo, Step, _boss), "Number 3"), _boss, default)).IsSuccess);

        var board = OpenBoard(_boss);

        var words = board.WaitForElement("blockquote.words");
        Assert.Equal("Number 3", words.TextContent);
        var mark = words.NextElementSibling!;
        Assert.Matches("^Reported by .*\\S.*,", mark.TextContent.Trim());
        Assert.DoesNotContain("Reported by –", mark.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-03-02T09:00:00Z", mark.QuerySelector("time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task Whoever_does_not_administer_the_organization_reads_it()
    {
        var integrator = await Host.ActiveMemberAsync(_nppo, NppoRole.Integrator, "integrator@example.org");
        var board = OpenBoard(integrator);

        board.WaitForAssertion(() => Assert.Contains(
            "National system", board.Find("section[aria-labelledby=exchange-system]").TextContent, StringComparison.Ordinal));
        Assert.Empty(board.FindAll("section[aria-labelledby=exchange-system] button"));
    }

    private IRenderedComponent<IntegrationBoard> OpenBoard(Actor reader) =>
        Open<IntegrationBoard>(reader, "/nppo/integration", parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.Title, "Way"));

    private static IEnumerable<string> Steps(IRenderedComponent<IntegrationBoard> board) =>
        board.FindAll("li.path-step h2").Select(heading => heading.FirstChild!.TextContent.Trim());
}
