using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Delivery;
using Ephyto.AdminConsole.Field.Delivery.UseCases;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>The e-mails that were counted before the officer's eyes.</summary>
/// <param name="IsMore">There are more than are sent again at once.</param>
internal sealed record CountedEmails(IReadOnlyList<Guid> Ids, bool IsMore);

/// <summary>What became of many e-mails.</summary>
/// <param name="Sent">How many go out again.</param>
/// <param name="Left">How many were left alone, because a newer one of these says the same.</param>
/// <param name="Refused">Those that cannot be sent again, each with the reason.</param>
/// <param name="IsMore">There are more than are sent again at once.</param>
public sealed record ManyResent(int Sent, int Left, IReadOnlyList<RefusedEmail> Refused, bool IsMore);

public sealed record RefusedEmail(Guid Id, string Subject, string Language, string To, DomainError Why);

/// <summary>
/// After a fault of the mail server: sends again what was not delivered and that nobody has seen to, the newest first. Each
/// e-mail goes by itself, as if its own button were pressed: with the right read again, its own save and its own audit entry.
/// </summary>
internal sealed class ResendMany(IDbContextFactory<ConsoleDbContext> contexts, ResendEmail resend)
{
    /// <summary>So many at once: the officer waits for it.</summary>
    public const int Most = 200;

    /// <summary>Those that would go out again now; the filter is that of the list.</summary>
    public async Task<Result<CountedEmails>> CountAsync(string? search, string? kind, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.OutboxManage, ct) is { } refusal) return refusal;
        var ids = await ListEmails.Orders.Apply(
            await ListEmails.FindAsync(db, new(search, null, kind, 1, Undelivered: true), ct), sort: null)
            .Select(e => e.Id).Take(Most + 1).ToListAsync(ct);
        return new CountedEmails([.. ids.Take(Most)], ids.Count > Most);
    }

    /// <summary>
    /// Sends again what was counted, and nothing that failed since; what somebody else saw to meanwhile is left and named.
    /// </summary>
    public async Task<Result<ManyResent>> HandleAsync(CountedEmails counted, Actor actor, CancellationToken ct)
    {
        var found = await FindAsync([.. counted.Ids.Take(Most)], actor, ct);
        if (found.Error is { } refusal) return refusal;

        HashSet<object> said = [];
        List<RefusedEmail> refused = [];
        var left = 0;
        foreach (var email in found.Value)
        {
            if (!email.IsUndelivered) refused.Add(new(email.Id, email.Subject, email.Language, email.To, AccessErrors.ChangedMeanwhile));
            else if (said.Contains(email.Says)) left++;
            else if ((await resend.HandleAsync(email.Id, waits: false, actor, ct)).Error is { } why)
                refused.Add(new(email.Id, email.Subject, email.Language, email.To, why));
            else said.Add(email.Says);
        }

        return new ManyResent(said.Count, left, refused, counted.IsMore);
    }

    private async Task<Result<List<Counted>>> FindAsync(Guid[] ids, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.OutboxManage, ct) is { } refusal) return refusal;
        var emails = db.Set<OutgoingEmail>().AsNoTracking().Where(e => ids.Contains(e.Id));
        var undelivered = await emails.Undelivered().Select(e => e.Id).ToHashSetAsync(ct);
        var found = await emails.OrderByDescending(e => e.QueuedAt).ThenByDescending(e => e.Id)
            .Select(e =>
                new { e.Id, e.Kind, e.SubjectKind, e.SubjectId, e.To, e.Subject, e.Language,
                    HasSecret = e.Text.Contains(OutgoingEmail.SecretPlaceholder) })
            .ToListAsync(ct);
        return found.ConvertAll(
            e => new Counted(e.Id, e.Kind, e.SubjectKind, e.SubjectId, e.To, e.Subject, e.Language, e.HasSecret,
                undelivered.Contains(e.Id)));
    }

    private sealed record Counted(
        Guid Id, string Kind, string SubjectKind, Guid SubjectId, string To, string Subject, string Language, bool CarriesSecret,
        bool IsUndelivered)
    {
        // Two fresh links for the same thing would put each other out of use.
        public object Says => CarriesSecret ? (Kind, SubjectKind, SubjectId) : (Kind, SubjectKind, SubjectId, To, Subject);
    }
}
