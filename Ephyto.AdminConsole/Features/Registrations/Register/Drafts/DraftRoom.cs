using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Registrations.Register.Drafts;

/// <summary>
/// Keeps the drafts few and small: anybody can begin one without saying who they are. A new one finds room as long as there is one that
/// was left for a while; the longest abandoned goes first.
/// </summary>
internal sealed class DraftRoom(IOptions<RegisterOptions> options, DiskRoom disk) : IKeptForms
{
    /// <summary>Whoever has not typed for so long has left a form, at least when the same sender begins others.</summary>
    public static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>For so long it is known who sent a draft.</summary>
    public static readonly TimeSpan SenderKnown = TimeSpan.FromDays(1);

    // What one save removes at most; the next one goes on.
    private const int AtOnce = 200;

    private RegisterOptions Options => options.Value;

    private long MaximumBytes => Options.DraftsMegabytes * 1024L * 1024;

    /// <summary>Whether a draft may be written at all: on a disk with little room left they are the first to do without.</summary>
    public bool IsOpen => !disk.IsLow;

    /// <summary>The largest draft, in bytes.</summary>
    public int LargestDraft => Options.DraftKilobytes * 1024;

    /// <summary>Removes what has to give way to one more draft, in the transaction under way.</summary>
    /// <returns>Whether there is room for it.</returns>
    public async Task<bool> MakeAsync(ConsoleDbContext db, string? sender, DateTime now, CancellationToken ct)
    {
        var drafts = db.Set<RegistrationDraft>();
        if (sender is not null)
        {
            var own = await drafts.Where(draft => draft.Sender == sender).OrderBy(draft => draft.UpdatedAt)
                .Select(draft => new { draft.Key, draft.UpdatedAt }).ToListAsync(ct);
            if (own.Count >= Options.DraftsPerSender)
            {
                var oldest = own[0];
                if (oldest.UpdatedAt > now - Abandoned) return false;
                await drafts.Where(draft => draft.Key == oldest.Key).ExecuteDeleteAsync(ct);
            }
        }

        var (count, bytes) = await UseAsync(db, ct);
        if (count < Options.DraftsAtMost && bytes < MaximumBytes) return true;

        List<string> leaving = [];
        foreach (var old in await drafts.OrderBy(draft => draft.UpdatedAt).Select(draft => new { draft.Key, draft.Size }).Take(AtOnce)
            .ToListAsync(ct))
        {
            if (count < Options.DraftsAtMost && bytes < MaximumBytes) break;
            leaving.Add(old.Key);
            (count, bytes) = (count - 1, bytes - old.Size);
        }

        await drafts.Where(draft => leaving.Contains(draft.Key)).ExecuteDeleteAsync(ct);
        return true;
    }

    public async Task<KeptFormsUse> ReadAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var (count, bytes) = await UseAsync(db, ct);
        return new(count, count * 10L >= Options.DraftsAtMost * 9L || bytes * 10 >= MaximumBytes * 9);
    }

    private static async Task<(int Count, long Bytes)> UseAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var drafts = db.Set<RegistrationDraft>();
        return (await drafts.CountAsync(ct), await drafts.SumAsync(draft => (long)draft.Size, ct));
    }
}
