using System.Text;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Features.Sandbox.Traffic;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>Messages that do not come to their end: what is said of them is the limit that was met.</summary>
public sealed class SandboxStalledTests : SandboxPort
{
    /// <summary>The clock of the test stands still: it is the server's own that runs here.</summary>
    [Fact]
    public async Task A_body_that_stalls_is_cut_by_its_speed_and_told_so()
    {
        var (status, fault) = await AskAsync("Content-Length: 1000\r\n\r\n<");

        var call = await Host.StoreAsync(db => db.Set<SandboxCall>().SingleAsync());
        Assert.Equal((408, SandboxReason.Stalled, "1 / 1000 B, < 240 B/s"),
            (call.HttpStatus, Assert.Single(call.Explanations).Reason, call.Explanations[0].Detail));
        Assert.Equal("408", status);
        Assert.Contains("came too slowly (1 / 1000 B, &lt; 240 B/s)", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("30 s", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_breaks_its_own_form_is_not_told_to_be_slow()
    {
        var (status, fault) = await AskAsync("Transfer-Encoding: chunked\r\n\r\n3\r\n<a>\r\nno number\r\n");

        var call = await Host.StoreAsync(db => db.Set<SandboxCall>().SingleAsync());
        Assert.Equal((400, SandboxReason.BrokenOff), (call.HttpStatus, Assert.Single(call.Explanations).Reason));
        Assert.Contains("chunk", call.Explanations[0].Detail, StringComparison.Ordinal);
        Assert.Equal("400", status);
        Assert.Contains($"broken off before its end ({call.Explanations[0].Detail})", fault, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void How_it_is_mended_names_the_limits_that_hold(string language)
    {
        using var reader = CultureScope.Enter(language);
        var said = Host.Get<IStringLocalizer<TrafficText>>()[$"Mend_{SandboxReason.Stalled}"].Value;

        Assert.Contains($" {SandboxServer.Slowest.GracePeriod.TotalSeconds} ", said, StringComparison.Ordinal);
        Assert.Contains($" {SandboxServer.Slowest.BytesPerSecond} ", said, StringComparison.Ordinal);
    }

    private async Task<(string Status, string Answer)> AskAsync(string rest)
    {
        await using var tls = await ConnectAsync(Kenya.Certificate);
        await tls.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /{SandboxEndpoint.Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n{rest}"));
        using StreamReader answer = new(tls);
        var said = await answer.ReadToEndAsync().WaitAsync(Patience.Usual);
        return (said["HTTP/1.1 ".Length..][..3], said);
    }
}
