using Ephyto.AdminConsole.Data;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Storage;

/// <summary>
/// Whether there is room for what can be done without. Its end comes before the end of the disk, so that people still sign in,
/// verify and decide. The disk is looked at every few seconds, however often somebody asks.
/// </summary>
internal sealed class DiskRoom(IDisk disk, IOptions<StorageOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private DateTimeOffset? _lookedAt;
    private bool _isLow;

    public bool IsLow
    {
        get
        {
            lock (_gate)
            {
                var now = time.GetUtcNow();
                if (_lookedAt is { } last && now - last < Interval) return _isLow;
                (_lookedAt, _isLow) = (now, disk.Free() is { } free && free < options.Value.LowSpaceMegabytes * 1024L * 1024);
                return _isLow;
            }
        }
    }
}
