using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>The sandbox fails by itself: whoever called sees that it was no mistake of theirs.</summary>
public sealed class OwnFaultTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_call_that_the_sandbox_could_not_answer_stands_among_the_calls_and_changed_nothing(DatabaseKind kind)
    {
        await using var host = await ConsoleHost.StartAsync(
            kind, null, services => services.Replace(ServiceDescriptor.Singleton<IPhytoCheck, BrokenCheck>()));
        var kenya = await CallingSystem.SetUpAsync(host, "KE");

        var answer = await kenya.SendAsync(host, "KE", "<mine/>");

        Assert.Equal("The sandbox failed; try again", answer.Fault);
        var call = await host.StoreAsync(db => db.Set<SandboxCall>().SingleAsync());
        Assert.Equal((kenya.NppoId, "KE", SandboxOutcome.Failed, 500), (call.NppoId, call.ConnectionCode, call.Outcome, call.HttpStatus));
        Assert.Equal([SandboxReason.OwnFault], call.Explanations.Select(said => said.Reason));
        Assert.Contains("mine", call.Request, StringComparison.Ordinal);
        Assert.Equal(0, await host.StoreAsync(db => db.Set<SandboxEnvelope>().CountAsync()));
        Assert.Null((await kenya.CallAsync(host, Soap.Empty("GetProfile"))).Fault);
    }

    private sealed class BrokenCheck : IPhytoCheck
    {
        public IReadOnlyList<PhytoFinding> Check(string content, EnvelopeAddress? envelope) =>
            throw new InvalidOperationException("Broken");
    }
}
