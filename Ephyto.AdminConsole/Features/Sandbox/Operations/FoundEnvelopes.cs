using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

internal static class FoundEnvelopes
{
    /// <summary>By its number; a channel's copy has one too, under which the sender alone knows it.</summary>
    public static async Task<SandboxEnvelope?> FindAsync(this SandboxContext call, string number, CancellationToken ct)
    {
        var wanted = number.Trim();
        if (wanted.Length is 0 or > SandboxEnvelope.MaximumTrackingNumber) return null;
        if (await call.Db.Set<SandboxEnvelope>().SingleOrDefaultAsync(e => e.TrackingNumber == wanted, ct) is not { } envelope) return null;
        if (envelope.IsSeenBy(call.Caller)) call.TrackingNumber = envelope.TrackingNumber;
        return envelope;
    }

    /// <summary>Why it is answered as if it were not there.</summary>
    /// <param name="number">As the caller asked for it.</param>
    /// <param name="found">Null where there is none.</param>
    /// <param name="asSender">Whether its sender may ask for it too.</param>
    public static SandboxExplanation WhyUnknown(this SandboxContext call, string number, SandboxEnvelope? found, bool asSender)
    {
        // Of what belongs to others nobody is told that it is there.
        var own = call.Caller.NppoId;
        var code = found?.ToNppoId == own ? found.To : asSender && found?.FromNppoId == own ? found.From : null;
        return code is null ? new(SandboxReason.EnvelopeUnknown, SentValue.Bounded(number))
            : new(SandboxReason.OfOtherConnection, $"{SentValue.Bounded(number)}: {code} ≠ {call.Caller.Code}");
    }

    /// <summary>
    /// Whether it is the caller's to send or to get. What was refused because it named another sender is still of who sent it, and of
    /// nobody else.
    /// </summary>
    public static bool IsSeenBy(this SandboxEnvelope envelope, Caller caller) =>
        (envelope.FromNppoId == caller.NppoId && (envelope.From == caller.Code || envelope.State == TrackingState.FailedDelivery))
        || (envelope.ToNppoId == caller.NppoId && envelope.To == caller.Code);
}
