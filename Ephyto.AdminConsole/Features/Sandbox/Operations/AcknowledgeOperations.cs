using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>What a recipient says became of an envelope.</summary>
internal sealed class AcknowledgeOperations(CountedCertificates counted) : ISandboxOperations
{
    public IReadOnlyDictionary<string, SandboxOperation> Operations => new Dictionary<string, SandboxOperation>
    {
        ["AcknowledgeEnvelopeReceipt"] = request => Acknowledge(request, TrackingState.Delivered, null),
        ["AdvancedAcknowledgeEnvelopeReceipt"] = request =>
            Acknowledge(request, TrackingState.DeliveredWithWarnings, "warningMessage"),
        ["AcknowledgeFailedEnvelopeReceipt"] = request => Acknowledge(request, TrackingState.DeliveredNotReadable, "message"),
        ["SetTrackingInfoUpdate"] = Set,
    };

    private SandboxWork Acknowledge(XElement request, TrackingState state, string? words)
    {
        var said = words is null ? null : Fields.Of(request, words);
        if (words is not null && said is null) return Fields.Missing(words);
        return Fields.OfNumber(request, async (call, number, ct) =>
        {
            var (now, refusal) = await SayAsync(call, number, state, said, ct);
            return refusal is not null ? new([], refusal)
                : words is null ? SandboxReply.Of() : SandboxReply.Of(Fields.Result("return", now?.ToString() ?? ""));
        });
    }

    /// <summary>The same by the header, which is how the Hub itself tells a state to whoever is called by it.</summary>
    private SandboxWork Set(XElement request)
    {
        if (request.Element(HubNames.Service + "header") is not { } header) return Fields.Missing("header");
        if (Fields.OfHeader(header, "hubDeliveryNumber") is not { Length: > 0 } number) return Fields.Missing("hubDeliveryNumber");
        if (StateOf(Fields.OfHeader(header, "HUBTrackingInfo")) is not { } state) return Fields.Missing("HUBTrackingInfo");
        return async (call, ct) =>
        {
            var (_, refusal) = await SayAsync(call, number, state, Fields.OfHeader(header, "hubDeliveryErrorMessage"), ct);
            return refusal is null ? SandboxReply.Of() : new([], refusal);
        };
    }

    /// <returns>The state that it has then, which is that of its first acknowledgement; or why nobody may acknowledge it.</returns>
    private async Task<Said> SayAsync(
        SandboxContext call, string number, TrackingState state, string? words, CancellationToken ct)
    {
        var found = await call.FindAsync(number, ct);
        if (found is not { } envelope || envelope.To != call.Caller.Code || envelope.State == TrackingState.FailedDelivery)
            return new(null, call.WhyUnknown(number, found, asSender: false));

        if (!envelope.Acknowledge(state, words, call.Now))
        {
            call.Explain(SandboxReason.AcknowledgedBefore, envelope.State.ToString());
            return new(envelope.State, null);
        }

        if (envelope.FetchedAt is null && !await WasCalledForAsync(call, envelope, ct)) call.Explain(SandboxReason.AcknowledgedUnfetched);
        if (envelope.FromNppoId is { } sender) call.Concerned.Add(sender);
        await counted.CountAsync(call, SandboxFirst.Acknowledged, envelope, ct);
        return new(envelope.State, null);
    }

    // Whoever receives by push may acknowledge before it answers: then the end of that call is not written down yet.
    private static Task<bool> WasCalledForAsync(SandboxContext call, SandboxEnvelope envelope, CancellationToken ct) =>
        call.Db.Set<SandboxPush>().AnyAsync(
            push => push.TrackingNumber == envelope.TrackingNumber && !push.TellsState && push.Attempts > 0, ct);

    private static TrackingState? StateOf(string? text) => text?.Trim() switch
    {
        nameof(TrackingState.Delivered) => TrackingState.Delivered,
        nameof(TrackingState.DeliveredWithWarnings) => TrackingState.DeliveredWithWarnings,
        nameof(TrackingState.DeliveredNotReadable) => TrackingState.DeliveredNotReadable,
        _ => null,
    };

    private sealed record Said(TrackingState? State, SandboxExplanation? Refusal);
}
