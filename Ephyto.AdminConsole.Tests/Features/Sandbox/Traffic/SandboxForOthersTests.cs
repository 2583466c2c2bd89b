using Bunit;
using Ephyto.AdminConsole.Features.Sandbox;
using Ephyto.AdminConsole.Features.Sandbox.FirstCall.Pages;
using Ephyto.AdminConsole.Features.Sandbox.Traffic;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.Pages;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Traffic;

/// <summary>The pages of the sandbox for those who do not need it, and after those who misuse it.</summary>
public sealed class SandboxForOthersTests : PageTests
{
    private Guid _nppo;
    private Actor _viewer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
    }

    [Theory]
    [InlineData(ExchangeSystem.GeNS, "GeNS")]
    [InlineData(ExchangeSystem.ThroughAnotherSystem, "Through another system")]
    public async Task Who_runs_no_system_of_their_own_reads_that_there_is_nothing_to_try(ExchangeSystem system, string named)
    {
        var nppo = await Host.LookAtNppoAsync(_nppo);
        await Host.ChangeAsync(nppo, one => Assert.True(one.ChangeSystem(
            system, system == ExchangeSystem.GeNS ? new(null, null, false, false) : new("TRACES", new(2025, 1, 1), true, true),
            _viewer.Id, Host.Now()).IsSuccess));

        IEnumerable<string> pages =
        [
            Said(Open<SandboxPage>(_viewer, "/nppo/sandbox")), Said(Open<EnvelopesPage>(_viewer, "/nppo/sandbox/envelopes")),
            Said(Open<FirstCallPage>(_viewer, "/nppo/sandbox/first-call")),
        ];
        Assert.All(pages, said => Assert.Equal($"Nothing has to be tried here: {named}", said));

        static string Said<TPage>(IRenderedComponent<TPage> page)
            where TPage : Microsoft.AspNetCore.Components.IComponent
        {
            var said = page.WaitForElement(".notice-title").TextContent;
            // Nothing is offered that leads to nothing.
            Assert.Empty(page.FindAll(".sandbox-tabs, .filters, .list-grid, .empty-state, #sandbox-pause, a[download], #first-steps"));
            return said;
        }
    }

    [Fact]
    public async Task Who_kept_a_system_from_an_earlier_console_still_reads_what_it_did()
    {
        await Host.HappenAsync(Host.Call(_nppo));
        await Host.ChangeAsync(await Host.LookAtNppoAsync(_nppo), one => Assert.True(one.ChangeSystem(
            ExchangeSystem.GeNS, new(null, null, false, false), _viewer.Id, Host.Now()).IsSuccess));
        await Host.NeverHadOwnSystemAsync(_nppo);

        var page = Open<SandboxPage>(_viewer, "/nppo/sandbox");

        Assert.Contains("GetProfile", page.WaitForElement("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".sandbox-tabs"));
        Assert.Equal("Nothing has to be tried here: GeNS", page.Find(".notice-title").TextContent);
    }

    [Fact]
    public async Task A_name_breaks_between_its_words_and_what_helps_nobody_on_is_not_green()
    {
        await Host.HappenAsync(Host.Call(_nppo, "AdvancedAcknowledgeEnvelopeReceipt", why: SandboxReason.CountsForNoStep));
        var row = Open<SandboxPage>(_viewer, "/nppo/sandbox").WaitForElement("tbody tr");

        Assert.Equal("<wbr>Advanced<wbr>Acknowledge<wbr>Envelope<wbr>Receipt", Inside(row.QuerySelector("th a")!.InnerHtml));
        Assert.Contains("tone-warning", row.QuerySelector(".chip")!.ClassName, StringComparison.Ordinal);

        static string Inside(string html) => html.Replace("<!--!-->", "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SandboxReason.AcknowledgedUnfetched, "fetch first")]
    [InlineData(SandboxReason.CountryNotYours, "Leave countryCode empty")]
    [InlineData(SandboxReason.OfOtherConnection, "with its own certificate")]
    public async Task What_was_answered_and_is_likely_not_what_was_meant_is_not_green_and_says_what_to_do(SandboxReason why, string words)
    {
        var call = Host.Call(_nppo, "GetImportEnvelopeHeaders", why: why, detail: "GH ≠ CI");
        await Host.HappenAsync(call);
        var notice = Open<CallPage>(_viewer, $"/nppo/sandbox/calls/{call.Id}", given => given.Add(p => p.Id, call.Id))
            .WaitForElement(".notice");

        Assert.Contains("tone-warning", notice.ClassName, StringComparison.Ordinal);
        Assert.Equal("GH ≠ CI", notice.QuerySelector("code")!.TextContent);
        Assert.Contains(words, notice.TextContent, StringComparison.Ordinal);
        Assert.NotNull(notice.QuerySelector("a"));
    }

    [Fact]
    public async Task What_a_client_sends_a_thousand_times_or_turned_round_leaves_the_list_readable()
    {
        var letters = new string('A', 1500);
        await Host.HappenAsync(Host.Call(
            _nppo, letters, SandboxOutcome.Refused, SandboxReason.FromNotYours, detail: "abc\u202Edef" + letters));
        var row = Open<SandboxPage>(_viewer, "/nppo/sandbox").WaitForElement("tbody tr").TextContent;

        Assert.Contains($"{letters[..SentValue.Longest]}…", row, StringComparison.Ordinal);
        Assert.DoesNotContain(letters[..(SentValue.LongestSentence + 1)], row, StringComparison.Ordinal);
        Assert.Contains("abcdef", row, StringComparison.Ordinal);
    }
}
