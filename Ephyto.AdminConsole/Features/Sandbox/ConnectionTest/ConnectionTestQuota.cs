using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.ConnectionTest;

/// <summary>
/// How many connection tests an organization may run, on this node: one at a time, and so many in an hour. Nobody looks around in the
/// network of somebody else by means of this console.
/// </summary>
internal sealed class ConnectionTestQuota(IOptions<OutgoingOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Queue<DateTimeOffset>> _begun = [];
    private readonly HashSet<Guid> _running = [];

    /// <returns>Held while the test runs; null where none may begin now.</returns>
    public IDisposable? Begin(Guid nppoId)
    {
        lock (_lock)
        {
            Forget();
            var begun = _begun.TryGetValue(nppoId, out var known) ? known : _begun[nppoId] = new();
            if (begun.Count >= options.Value.TestsPerHour || !_running.Add(nppoId)) return null;
            begun.Enqueue(time.GetUtcNow());
            return new Turn(this, nppoId);
        }
    }

    private void Forget()
    {
        var before = time.GetUtcNow() - Hour;
        foreach (var (nppoId, begun) in _begun.ToList())
        {
            while (begun.TryPeek(out var first) && first <= before) begun.Dequeue();
            if (begun.Count == 0) _begun.Remove(nppoId);
        }
    }

    private void End(Guid nppoId)
    {
        lock (_lock) _running.Remove(nppoId);
    }

    private sealed class Turn(ConnectionTestQuota quota, Guid nppoId) : IDisposable
    {
        public void Dispose() => quota.End(nppoId);
    }
}
