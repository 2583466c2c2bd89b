using Bunit;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Features.Sandbox;
using Ephyto.AdminConsole.Features.Sandbox.FirstCall.Pages;
using Ephyto.AdminConsole.Features.Sandbox.Traffic;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.Pages;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Traffic;

/// <summary>A console beside which there is no sandbox.</summary>
public sealed class NoSandboxTests : PageTests
{
    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Sandbox:Enabled"] = "false" };

    [Fact]
    public async Task Nothing_leads_to_it_and_its_pages_say_that_there_is_none()
    {
        Assert.Empty(Host.Services.GetServices<INavigationContributor>().OfType<SandboxNavigation>().Single().Items);
        var boss = await Host.ActiveMemberAsync((await Host.ConfirmedNppoAsync()).Nppo.Id, NppoRole.Administrator, "boss@example.org");

        var calls = Open<SandboxPage>(boss, "/nppo/sandbox");
        calls.WaitForAssertion(() => Assert.Contains("There is no sandbox here", calls.Markup, StringComparison.Ordinal));
        var first = Open<FirstCallPage>(boss, "/nppo/sandbox/first-call");
        first.WaitForAssertion(() => Assert.Contains("There is no sandbox here", first.Markup, StringComparison.Ordinal));
    }
}
