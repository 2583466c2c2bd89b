using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Platform.Security;

internal sealed class SecurityTallyConfiguration : IEntityTypeConfiguration<SecurityTally>
{
    public void Configure(EntityTypeBuilder<SecurityTally> builder)
    {
        builder.ToTable("SecurityTallies");
        builder.HasIndex(tally => new { tally.Signal, tally.AccountId, tally.NppoId }).IsUnique();
        builder.HasIndex(tally => tally.LastAt);
    }
}

/// <summary>
/// Takes note of what may be an attack: a line in the log at once, a count in the store after the answer. Both are bounded,
/// whoever sends whatever, and the answer takes as long with it as without.
/// </summary>
internal sealed class SecurityWatch(AfterAnswer after, IHttpContextAccessor accessor, TimeProvider time, ILogger<SecurityWatch> logger)
{
    /// <summary>Of one kind and one network, in a minute.</summary>
    private const int MostLines = 20;

    private const int MostWaiting = 500;
    private const int Tries = 5;

    private static readonly object RightRefusedAlready = new();

    private readonly Lock _gate = new();
    private readonly Dictionary<(SecuritySignal, string), int> _lines = [];
    private Dictionary<Key, int> _waiting = [];
    private long _minute;

    /// <param name="signal">What.</param>
    /// <param name="account">Whose account it was tried at, or who tried; null where nobody is known.</param>
    /// <param name="nppo">In which organization a right was refused.</param>
    /// <param name="network">Whence, where the request is over; null for that of the request.</param>
    public void Note(SecuritySignal signal, Guid? account = null, Guid? nppo = null, string? network = null)
    {
        if (signal == SecuritySignal.RightRefused && accessor.HttpContext is { } http) http.Items[RightRefusedAlready] = true;
        Say(signal, account, nppo, network ?? IdentityOrigin.NetworkOf(accessor.HttpContext?.Connection.RemoteIpAddress));
        bool isFirst;
        lock (_gate)
        {
            isFirst = _waiting.Count == 0;
            var key = new Key(signal, account ?? Guid.Empty, nppo ?? Guid.Empty);
            if (_waiting.Count >= MostWaiting && !_waiting.ContainsKey(key)) key = new(signal, Guid.Empty, Guid.Empty);
            _waiting[key] = _waiting.GetValueOrDefault(key) + 1;
        }

        // Where too much waits to be done, this is not counted; the log has it.
        if (isFirst && !after.TryAdd(WriteAsync))
        {
            lock (_gate) _waiting.Clear();
        }
    }

    /// <summary>Whoever answers a request with a refusal notes it, unless who was asked for the right has.</summary>
    public void NoteRefusedRequest(HttpContext http)
    {
        if (!http.Items.ContainsKey(RightRefusedAlready)) Note(SecuritySignal.RightRefused, AccountOf(http));
    }

    public static Guid? AccountOf(HttpContext http) => http.User.ToActor() is { Kind: ActorKind.User } actor ? actor.Id : null;

    private void Say(SecuritySignal signal, Guid? account, Guid? nppo, string network)
    {
        int line;
        lock (_gate)
        {
            var minute = time.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
            if (minute != _minute || _lines.Count > MostWaiting) _lines.Clear();
            _minute = minute;
            line = _lines[(signal, network)] = _lines.GetValueOrDefault((signal, network)) + 1;
        }

        if (line <= MostLines) SecurityLog.Say(logger, signal, account, nppo, network);
        else if (line == MostLines + 1) SecurityLog.LeftOut(logger, signal, network);
    }

    private async Task WriteAsync(IServiceProvider services, CancellationToken ct)
    {
        Dictionary<Key, int> counted;
        lock (_gate) (counted, _waiting) = (_waiting, []);
        foreach (var (key, times) in counted)
        {
            for (var left = Tries; left > 0 && !await TryWriteAsync(services, key, times, ct); left--)
            {
                // Another node counted the same at the same moment.
            }
        }
    }

    private async Task<bool> TryWriteAsync(IServiceProvider services, Key key, int times, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync(ct);
        var tally = await db.Set<SecurityTally>()
            .SingleOrDefaultAsync(t => t.Signal == key.Signal && t.AccountId == key.Account && t.NppoId == key.Nppo, ct);
        if (tally is null) db.Add(tally = SecurityTally.Of(key.Signal, key.Account, key.Nppo, now));
        tally.Add(times, await OrganizationsAsync(services, db, key, ct), now);
        return await db.TrySaveFirstAsync(ct) is null;
    }

    // What happens at a person's door belongs to the history of the organizations the person works for.
    private static async Task<IReadOnlyList<Guid>> OrganizationsAsync(IServiceProvider services, ConsoleDbContext db, Key key,
        CancellationToken ct) =>
        key.Signal == SecuritySignal.RightRefused ? key.Nppo == Guid.Empty ? [] : [key.Nppo]
        : key.Account == Guid.Empty ? []
        : await services.GetRequiredService<IOrganizationsOfAccount>().FindAsync(db, key.Account, ct);

    private readonly record struct Key(SecuritySignal Signal, Guid Account, Guid Nppo);
}
