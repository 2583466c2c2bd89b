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
    public void An_entry_of_the_menu_leads_here_where_there_is_a_sandbox() =>
        Assert.Equal(
            ["nppo/sandbox", "hub/sandbox"],
            Host.Services.GetServices<INavigationContributor>().OfType<SandboxNavigation>().Single().Items.Select(item => item.Href));
}
