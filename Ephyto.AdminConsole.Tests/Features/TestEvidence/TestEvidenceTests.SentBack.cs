using System.Text;
using Ephyto.AdminConsole.Features.TestEvidence.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.TestEvidence;

/// <content>What is signed of a step that the hub sent back.</content>
public abstract partial class TestEvidenceTests
{
    [Fact]
    public async Task Of_a_step_that_was_sent_back_is_signed_only_what_was_accepted()
    {
        await SawAsync(SandboxFirst.Sent, "0195-4711");
        await SawAsync(SandboxFirst.Received, "0195-4712");
        var (seen, back) = (MadeEvidence.At.AddMilliseconds(5), MadeEvidence.At.AddMinutes(1));
        var path = IntegrationPath.Of(_there);
        foreach (var step in new[] { IntegrationStep.FirstSent, IntegrationStep.FirstReceived })
            Assert.True(path.SendBack(step, "No.", seen, Guid.NewGuid(), back).IsSuccess);
        Assert.True(path.Report(IntegrationStep.FirstSent, "By letter", Guid.NewGuid(), back).IsSuccess);
        Assert.True(path.Accept(IntegrationStep.FirstSent, null, Guid.NewGuid(), back.AddMinutes(3)).IsSuccess);
        await There.AddAsync(path);
        await There.StoreAsync(db => db.Set<SandboxMilestone>().Where(m => m.Kind == SandboxFirst.Received).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.At, back.AddMinutes(1)).SetProperty(m => m.TrackingNumber, "0195-4713")));

        // The new message waits for the hub.
        Assert.DoesNotContain("0195", Encoding.UTF8.GetString(PayloadOf(await DownloadAsync())), StringComparison.Ordinal);
        Assert.Empty((await There.Get<ViewEvidence>().HandleAsync(_there, _bossThere, default)).Value.Proven);

        await There.StoreAsync(async db =>
        {
            var said = await db.Set<IntegrationPath>().SingleAsync(one => one.Id == _there);
            Assert.True(said.Accept(IntegrationStep.FirstReceived, back.AddMinutes(1), Guid.NewGuid(), back.AddMinutes(2)).IsSuccess);
            return await db.SaveChangesAsync();
        });

        var proven = Assert.Single((await There.Get<ViewEvidence>().HandleAsync(_there, _bossThere, default)).Value.Proven);
        Assert.Equal((IntegrationStep.FirstReceived, "0195-4713"), (proven.Step, proven.TrackingNumber));
        var signed = Encoding.UTF8.GetString(PayloadOf(await DownloadAsync()));
        Assert.Contains("0195-4713", signed, StringComparison.Ordinal);
        Assert.DoesNotContain("0195-4711", signed, StringComparison.Ordinal);
    }

    private static byte[] PayloadOf(byte[] file)
    {
        using var read = System.Text.Json.JsonDocument.Parse(file);
        return System.Buffers.Text.Base64Url.DecodeFromChars(read.RootElement.GetProperty("payload").GetString());
    }
}
