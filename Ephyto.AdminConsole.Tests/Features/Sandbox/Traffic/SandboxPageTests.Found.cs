using Bunit;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Features.Sandbox;
using Ephyto.AdminConsole.Features.Sandbox.Traffic;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.Pages;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Traffic;

/// <content>Envelopes, what is looked for, and how what was wrong is mended.</content>
public sealed partial class SandboxPageTests
{
    [Fact]
    public async Task An_envelope_stands_in_its_state_and_leads_to_its_calls()
    {
        var envelope = Host.Envelope(_nppo, null);
        envelope.Acknowledge(TrackingState.DeliveredWithWarnings, "The seal is missing.", Host.Time.GetUtcNow().UtcDateTime);
        await Host.AddAsync(envelope);

        var page = Open<EnvelopesPage>(_viewer, "/nppo/sandbox/envelopes");

        page.WaitForAssertion(
            () => Assert.Contains("Delivered with warnings", page.Find("tbody .chip").TextContent, StringComparison.Ordinal));
        Assert.Contains("The seal is missing.", page.Find("tbody").TextContent, StringComparison.Ordinal);
        // It was acknowledged, and never fetched.
        Assert.NotEmpty(page.FindAll("tbody td[data-label=Sent] time"));
        Assert.Empty(page.FindAll("tbody td[data-label=Fetched] time"));
        Assert.Equal($"nppo/sandbox?search={envelope.TrackingNumber}", page.Find("tbody th a").GetAttribute("href"));
        Assert.DoesNotContain(
            page.FindAll("#state option"), option => option.GetAttribute("value") == nameof(TrackingState.EnvelopeNotExists));
    }

    [Theory]
    [InlineData("/nppo/sandbox")]
    [InlineData("/nppo/sandbox/envelopes")]
    public async Task A_search_that_finds_nothing_says_so(string path)
    {
        await Host.HappenAsync(Host.Call(_nppo));
        await Host.AddAsync(Host.Envelope(_nppo, null));
        Func<string> said = path == "/nppo/sandbox"
            ? Said(Open<SandboxPage>(_viewer, $"{path}?search=NO-SUCH-NUMBER"))
            : Said(Open<EnvelopesPage>(_viewer, $"{path}?search=NO-SUCH-NUMBER"));

        Assert.Equal("Nothing matches", said());

        static Func<string> Said<TPage>(IRenderedComponent<TPage> page)
            where TPage : Microsoft.AspNetCore.Components.IComponent =>
            () => page.WaitForElement(".empty-state-title").TextContent;
    }

    [Theory]
    [MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_reason_says_how_it_is_mended(string language)
    {
        using var reader = CultureScope.Enter(language);
        var own = Host.Get<IStringLocalizer<TrafficText>>().GetAllStrings(includeParentCultures: language == "en")
            .Select(text => text.Name).ToHashSet();

        Assert.Superset(Enum.GetNames<SandboxReason>().Select(reason => $"Mend_{reason}").ToHashSet(), own);
    }

    [Fact]
    public async Task Of_a_call_that_was_not_read_nothing_can_be_copied_and_its_name_is_said_to_come_from_the_header()
    {
        var call = Host.Call(_nppo, "GetProfile", SandboxOutcome.Refused, SandboxReason.TooLarge, request: "", detail: "≤ 10 MB");
        await Host.HappenAsync(call);

        var page = Open<CallPage>(_viewer, $"/nppo/sandbox/calls/{call.Id}", parameters => parameters.Add(one => one.Id, call.Id));

        page.WaitForAssertion(() => Assert.Contains("SOAPAction", page.Find("dl.facts").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[aria-labelledby=request-title] a, #request-text"));
        Assert.NotEmpty(page.FindAll("#answer-text"));
    }

    [Theory]
    [InlineData("ValidatePhytoXML", "answer below lists")]
    [InlineData("ValidateAndDeliverEnvelope", "only sending shows")]
    public async Task Whoever_asked_for_the_check_is_not_told_to_ask_for_it(string operation, string said)
    {
        var call = Host.Call(_nppo, operation, why: SandboxReason.CertificateInvalid, detail: "To", met: "NotXml");
        await Host.HappenAsync(call);

        var page = Open<CallPage>(_viewer, $"/nppo/sandbox/calls/{call.Id}", parameters => parameters.Add(one => one.Id, call.Id));

        page.WaitForAssertion(() => Assert.Contains(said, page.Find(".notice").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void An_entry_of_the_menu_leads_here_where_there_is_a_sandbox() =>
        Assert.Equal(
            ["nppo/sandbox", "hub/sandbox"],
            Host.Services.GetServices<INavigationContributor>().OfType<SandboxNavigation>().Single().Items.Select(item => item.Href));
}
