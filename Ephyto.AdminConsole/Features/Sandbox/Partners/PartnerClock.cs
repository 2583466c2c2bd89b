using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.Partners;

/// <summary>Lets the partners answer whose pause is over. Several nodes may do it at once: one of them saves.</summary>
internal sealed class PartnerClock(
    IDbContextFactory<ConsoleDbContext> contexts, PartnerAnswers partners, SandboxNews news, IOptions<SandboxOptions> options,
    TimeProvider time)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private const int MostAtOnce = 50;

    public async Task AnswerAsync(CancellationToken ct)
    {
        if (!options.Value.IsOn) return;
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var waiting = db.Set<SandboxEnvelope>().Where(e => e.PartnerAnswersAt <= now && e.State == TrackingState.PendingDelivery);
        if (!await waiting.AnyAsync(ct)) return;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await waiting.OrderBy(e => e.PartnerAnswersAt).ThenBy(e => e.Id).Take(MostAtOnce).ToListAsync(ct);
        foreach (var envelope in due)
        {
            if (SandboxPartner.Find(envelope.To) is { } partner) partners.Answer(db, envelope, partner, now);
        }

        try
        {
            await news.CommitAsync(db, transaction, due.Select(e => e.FromNppoId ?? Guid.Empty), [], ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node was faster.
        }
    }
}
