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

    /// <summary>
    /// Whether it is the caller's to send or to get. What was refused because it named another sender is still of who sent it, and of
    /// nobody else.
    /// </summary>
    public static bool IsSeenBy(this SandboxEnvelope envelope, Caller caller) =>
        (envelope.FromNppoId == caller.NppoId && (envelope.From == caller.Code || envelope.State == TrackingState.FailedDelivery))
        || (envelope.ToNppoId == caller.NppoId && envelope.To == caller.Code);
}
