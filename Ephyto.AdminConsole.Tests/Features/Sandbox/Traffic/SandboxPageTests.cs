using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Features.Sandbox;
using Ephyto.AdminConsole.Features.Sandbox.Traffic;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.Pages;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Traffic;

/// <summary>The calls of the sandbox as people see them happen.</summary>
public sealed partial class SandboxPageTests : PageTests
{
    private Guid _nppo;
    private Guid _other;
    private Actor _viewer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _other = (await Host.ConfirmedNppoAsync("KE", Given.Awa with { Email = "ke@example.org" })).Nppo.Id;
        _viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
    }

    [Fact]
    public async Task Before_the_first_call_the_page_says_what_to_do_and_then_shows_it_by_itself()
    {
        var page = Open<SandboxPage>(_viewer, "/nppo/sandbox");
        page.WaitForAssertion(() => Assert.Contains("No call has come yet", page.Markup, StringComparison.Ordinal));
        Assert.Equal(
            ["nppo/certificates", "nppo/sandbox/first-call#server-certificate", "nppo/sandbox/first-call#first-call-code",
                "nppo/sandbox/first-call#no-call-appears"],
            page.FindAll(".empty-state a").Select(link => link.GetAttribute("href")));

        await Host.HappenAsync(Host.Call(_other), Host.Call(
            _nppo, "DeliverEnvelope", SandboxOutcome.Refused, SandboxReason.FromNotYours, detail: "KE"));

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        var row = page.Find("tbody tr").TextContent;
        Assert.Contains("DeliverEnvelope", row, StringComparison.Ordinal);
        Assert.Contains("To the sandbox", row, StringComparison.Ordinal);
        Assert.Contains("Refused", row, StringComparison.Ordinal);
        Assert.Contains("The sender in the envelope is not the connection of the certificate.", row, StringComparison.Ordinal);
        Assert.Contains("2 KB", row, StringComparison.Ordinal);
        Assert.Contains("09:00:00 UTC", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_keeps_the_table_and_counts_what_comes_meanwhile()
    {
        await Host.HappenAsync(Host.Call(_nppo, "GetProfile"));
        var page = Open<SandboxPage>(_viewer, "/nppo/sandbox");
        await page.WaitForElement("#sandbox-pause").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("Nothing new since then", Status(page), StringComparison.Ordinal));

        Host.Time.Advance(TimeSpan.FromSeconds(1));
        await Host.HappenAsync(Host.Call(_nppo, "GetActiveNppos"), Host.Call(_nppo, "GetStatements"), Host.Call(_other));
        page.WaitForAssertion(() => Assert.Contains("2 new calls since then", Status(page), StringComparison.Ordinal));
        Assert.Equal(["GetProfile"], OperationsOf(page));

        await page.Find("#sandbox-pause").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(3, OperationsOf(page).Count));
        Assert.Equal("GetProfile", OperationsOf(page)[^1]);
        Assert.Contains("Live", Status(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_begins_at_the_present_moment_whatever_the_filter_shows()
    {
        await Host.HappenAsync(Host.Call(_nppo, "DeliverEnvelope", SandboxOutcome.Refused, SandboxReason.FromNotYours));
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        await Host.HappenAsync(Host.Call(_nppo, "GetProfile"));
        var reader = Reader(_viewer);
        var address = reader.Services.GetRequiredService<BunitNavigationManager>();
        address.NavigateTo("/nppo/sandbox?outcome=Refused");
        var page = reader.Render<SandboxPage>();
        page.WaitForAssertion(() => Assert.Equal(["DeliverEnvelope"], OperationsOf(page)));
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        await page.Find("#sandbox-pause").ClickAsync();

        await page.Find("#outcome").ChangeAsync("");

        page.WaitForAssertion(() => Assert.Equal(["GetProfile", "DeliverEnvelope"], OperationsOf(page)));
        Assert.Contains("Nothing new since then", Status(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_goes_into_the_address_and_the_file_has_the_same_rows()
    {
        await Host.HappenAsync(Host.Call(_nppo));
        var reader = Reader(_viewer);
        var address = reader.Services.GetRequiredService<BunitNavigationManager>();
        address.NavigateTo("/nppo/sandbox?page=3");
        var page = reader.Render<SandboxPage>();

        await page.WaitForElement("#outcome").ChangeAsync("Refused");

        Assert.EndsWith("/nppo/sandbox?outcome=Refused", address.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(
            $"nppo/sandbox.csv?nppo={_nppo}&outcome=Refused", page.Find(".page-actions a").GetAttribute("href")));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("tbody tr")));
        Assert.Empty(page.FindAll(".sandbox-begin"));
    }

    [Theory]
    [InlineData(SandboxReason.PushNotTaken, "en", "did not take the call. (1/10)", "The port answers, but not in TLS.")]
    [InlineData(SandboxReason.PushGivenUp, "fr", "la dernière fois non plus. (1/10)", "Le port répond, mais pas en TLS.")]
    public async Task A_push_that_failed_says_its_cause_in_the_list(SandboxReason reason, string language, string what, string cause)
    {
        ReadIn(language);
        await Host.HappenAsync(Host.Call(_nppo, "DeliverEnvelope", SandboxOutcome.Failed, reason, detail: "1/10", met: "NotTls"));

        var page = Open<SandboxPage>(_viewer, "/nppo/sandbox");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr .small bdi").Count));
        var said = page.FindAll("tbody tr .small bdi")
            .Select(sentence => string.Concat(sentence.TextContent.Where(sign => sign is not ('\u2068' or '\u2069')))).ToList();
        Assert.EndsWith(what, said[0], StringComparison.Ordinal);
        Assert.Equal(cause, said[1]);
    }

    [Fact]
    public async Task A_call_to_an_address_says_what_was_met_there_and_what_to_do()
    {
        var call = Host.Call(_nppo, "DeliverEnvelope", SandboxOutcome.Failed, SandboxReason.PushNotTaken, detail: "1/10", met: "NotTls");
        await Host.HappenAsync(call);

        var page = Open<CallPage>(_viewer, $"/nppo/sandbox/calls/{call.Id}", given => given.Add(p => p.Id, call.Id));

        page.WaitForAssertion(() => Assert.Contains("but not in TLS", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Contains("1/10", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Equal("nppo/sandbox/first-call#push-tests", page.Find(".notice a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_call_opens_with_why_and_how_to_mend_it_and_then_what_was_said()
    {
        var call = Host.Call(_nppo, "", SandboxOutcome.NotRecognized, SandboxReason.CertificateNotActive);
        await Host.HappenAsync(call);

        var page = Open<CallPage>(_viewer, $"/nppo/sandbox/calls/{call.Id}", given => given.Add(p => p.Id, call.Id));

        page.WaitForAssertion(() => Assert.Contains("not put to use yet", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Contains("The next call is recognized at once", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Equal("nppo/certificates", page.Find(".notice a").GetAttribute("href"));
        Assert.Equal(["What happened", "In figures", "Request", "Answer"], page.FindAll("h2").Select(title => title.TextContent));
        Assert.Equal("<a>\n  <b>1</b>\n</a>", page.Find("#request-text").TextContent.ReplaceLineEndings("\n"));
        Assert.Equal(
            [$"nppo/sandbox/calls/{call.Id}/request?nppo={_nppo}", $"nppo/sandbox/calls/{call.Id}/answer?nppo={_nppo}"],
            page.FindAll(".sandbox-message a").Select(link => link.GetAttribute("href")));

        await page.Find(".sandbox-message button[aria-pressed]").ClickAsync();
        Assert.Equal("<a><b>1</b></a>", page.Find("#request-text").TextContent);
    }

    [Fact]
    public async Task Nobody_opens_the_call_of_another_organization_but_the_hub()
    {
        var call = Host.Call(_other);
        await Host.HappenAsync(call);

        var stranger = Open<CallPage>(_viewer, $"/nppo/sandbox/calls/{call.Id}", given => given.Add(p => p.Id, call.Id));
        stranger.WaitForAssertion(() => Assert.Contains("This call is not here", stranger.Markup, StringComparison.Ordinal));
        var asHub = Open<HubCallPage>(_viewer, $"/hub/sandbox/calls/{call.Id}", given => given.Add(p => p.Id, call.Id));
        asHub.WaitForAssertion(() => Assert.Contains("You may not open this page", asHub.Markup, StringComparison.Ordinal));

        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");
        var hub = Open<HubCallPage>(auditor, $"/hub/sandbox/calls/{call.Id}", given => given.Add(p => p.Id, call.Id));
        hub.WaitForAssertion(() => Assert.Contains("Kenya", hub.Find(".facts").TextContent, StringComparison.Ordinal));
        Assert.Contains("There is nothing to mend", hub.Find(".notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hub_sees_the_calls_of_all_and_of_nobody_in_the_readers_language()
    {
        ReadIn("fr");
        await Host.HappenAsync(Host.Call(_nppo), Host.Call(null, "", SandboxOutcome.NotRecognized, SandboxReason.UnknownCertificate));

        var page = Open<HubSandboxPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), "/hub/sandbox");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Contains("Côte d’Ivoire", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("Personne de reconnu", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("Aucune opération", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_found_in_a_certificate_is_said_in_the_readers_language()
    {
        ReadIn("fr");
        var call = Host.Call(_nppo, "ValidateAndDeliverEnvelope", SandboxOutcome.Refused, SandboxReason.CertificateInvalid,
            detail: "SPSCertificate/SPSExchangedDocument/ID", met: "NumberMissing");
        await Host.HappenAsync(call);

        var page = Open<CallPage>(_viewer, $"/nppo/sandbox/calls/{call.Id}", given => given.Add(p => p.Id, call.Id));

        page.WaitForAssertion(() => Assert.Contains("Le numéro", page.Find(".notice").TextContent, StringComparison.Ordinal));
    }

    private static string Status(IRenderedComponent<SandboxPage> page) => page.Find(".sandbox-live [role=status]").TextContent;

    private static IReadOnlyList<string> OperationsOf(IRenderedComponent<SandboxPage> page) =>
        [.. page.FindAll("tbody th a").Select(link => link.TextContent)];
}
