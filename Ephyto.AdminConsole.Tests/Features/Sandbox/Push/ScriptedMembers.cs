using System.Collections.Concurrent;
using Ephyto.AdminConsole.Features.Sandbox.Push;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Push;

/// <summary>Addresses of members that answer as the test says, without a network.</summary>
internal sealed class ScriptedMembers : IPushClient
{
    public static readonly PushOutcome Taken = new(PushResult.Delivered, 200, null, null, "PushDelivered", [], default, "<r/>", "<a/>");
    public static readonly PushOutcome Away = new(PushResult.NotReachable, null, null, null, "TimedOut", ["30"], default, "", null);

    /// <summary>What became of each call, in their order.</summary>
    public ConcurrentQueue<Heard> All { get; } = [];

    /// <summary>What the member does while it is called.</summary>
    public Func<Heard, Task<PushOutcome>> Answers { get; set; } = _ => Task.FromResult(Taken);

    public Task<PushOutcome> DeliverAsync(string address, SandboxEnvelope envelope, CancellationToken ct) =>
        HearAsync(new("DeliverEnvelope", address, envelope.TrackingNumber, envelope.State, envelope.Content));

    public Task<PushOutcome> TellStateAsync(string address, SandboxEnvelope envelope, CancellationToken ct) =>
        HearAsync(new("SetTrackingInfoUpdate", address, envelope.TrackingNumber, envelope.State, null));

    private Task<PushOutcome> HearAsync(Heard heard)
    {
        All.Enqueue(heard);
        return Answers(heard);
    }

    internal sealed record Heard(string Operation, string Address, string Number, TrackingState State, string? Content);
}
