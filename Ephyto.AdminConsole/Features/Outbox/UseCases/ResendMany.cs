using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Email.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <param name="Search">As in the list.</param>
/// <param name="Kind">As in the list.</param>
internal sealed record ResendManyRequest(string? Search, string? Kind);

/// <summary>What became of many mails.</summary>
/// <param name="Sent">How many go out again.</param>
/// <param name="Left">How many were left alone, because a newer one of these says the same.</param>
/// <param name="Refused">Those that cannot be sent again, each with the reason.</param>
/// <param name="IsMore">There are more than are sent again at once.</param>
public sealed record ManyResent(int Sent, int Left, IReadOnlyList<RefusedMail> Refused, bool IsMore);

public sealed record RefusedMail(Guid Id, string Subject, string Language, string To, DomainError Why);

/// <summary>
/// After a fault of the mail server: sends again what was not delivered and that nobody has seen to, the newest first. Each
/// mail goes by itself, as if its own button were pressed: with the right read again, its own save and its own audit entry.
/// </summary>
internal sealed class ResendMany(IDbContextFactory<ConsoleDbContext> contexts, ResendEmail resend)
{
    /// <summary>So many at once: the officer waits for it.</summary>
    public const int Most = 200;

    public async Task<Result<ManyResent>> HandleAsync(ResendManyRequest request, Actor actor, CancellationToken ct)
    {
        var found = await FindAsync(request, actor, ct);
        if (found.Error is { } refusal) return refusal;

        HashSet<object> said = [];
        List<RefusedMail> refused = [];
        var left = 0;
        foreach (var mail in found.Value.Take(Most))
        {
            if (said.Contains(mail.Says)) left++;
            else if ((await resend.HandleAsync(mail.Id, actor, ct)).Error is { } why) refused.Add(new(mail.Id, mail.Subject, mail.Language, mail.To, why));
            else said.Add(mail.Says);
        }

        return new ManyResent(said.Count, left, refused, found.Value.Count > Most);
    }

    private async Task<Result<List<Undelivered>>> FindAsync(ResendManyRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.OutboxManage, ct) is { } refusal) return refusal;
        var mails = await ListMails.FindAsync(db, new(request.Search, null, request.Kind, 1, Undelivered: true), ct);
        return await mails.Take(Most + 1)
            .Select(e => new Undelivered(e.Id, e.Kind, e.SubjectKind, e.SubjectId, e.To, e.Subject, e.Language, e.Text.Contains(OutgoingEmail.SecretPlaceholder)))
            .ToListAsync(ct);
    }

    private sealed record Undelivered(Guid Id, string Kind, string SubjectKind, Guid SubjectId, string To, string Subject, string Language, bool CarriesSecret)
    {
        // Two fresh links for the same thing would put each other out of use.
        public object Says => CarriesSecret ? (Kind, SubjectKind, SubjectId) : (Kind, SubjectKind, SubjectId, To, Subject);
    }
}
