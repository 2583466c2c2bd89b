using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Ephyto.AdminConsole.Features.Sandbox.Push;

/// <summary>
/// Notes which addresses are to be called, in the save that makes it needed: whichever way an envelope came or was acknowledged, none is
/// forgotten, and nobody is told of what was not committed.
/// </summary>
internal static class PushQueue
{
    /// <summary>To be asked before a save that may hold envelopes.</summary>
    public static async Task NotePushesAsync(this ConsoleDbContext db, CancellationToken ct)
    {
        var wanted = db.ChangeTracker.Entries<SandboxEnvelope>().Select(PushOf).OfType<SandboxPush>().ToList();
        if (wanted.Count == 0) return;
        var codes = wanted.Select(push => push.ConnectionCode).Distinct().ToList();
        var called = (await db.Set<Connection>().AsNoTracking().Where(c => codes.Contains(c.Code)).ToListAsync(ct))
            .Where(c => PushAddress.Of(c) is not null).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        db.AddRange(wanted.Where(push => called.Contains(push.ConnectionCode)));
    }

    // A state that the answer to the sender says already is not told again: such an envelope is new, and does not wait.
    private static SandboxPush? PushOf(EntityEntry<SandboxEnvelope> entry) => (entry.State, entry.Entity) switch
    {
        (EntityState.Added, { IsPending: true, ToNppoId: { } recipient } envelope) => new()
        {
            NppoId = recipient,
            ConnectionCode = envelope.To,
            TrackingNumber = envelope.TrackingNumber,
            NextAt = envelope.SentAt,
        },
        (EntityState.Modified, { IsPending: false, FromNppoId: { } sender } envelope)
            when entry.Property(e => e.State).OriginalValue == TrackingState.PendingDelivery => new()
        {
            NppoId = sender,
            ConnectionCode = envelope.From,
            TrackingNumber = envelope.TrackingNumber,
            TellsState = true,
            NextAt = envelope.StateSince,
        },
        _ => null,
    };
}
