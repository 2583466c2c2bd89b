using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Delivery.UseCases;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>One e-mail, with its bodies. The secret of its link is in none of them.</summary>
/// <param name="Row">What the list shows of it too.</param>
/// <param name="About">What it is about.</param>
/// <param name="Keeper">Where its address comes from.</param>
/// <param name="Steps">What happened to it, in order.</param>
/// <param name="WhyNotRenewed">Why no new link can be made for it; null where it can be sent again, and for a reader who may not.</param>
/// <param name="MayManage">Whether the reader may act on it.</param>
public sealed record EmailView(
    EmailRow Row, SubjectRef About, string Text, string Html, bool CarriesSecret, Guid? ResendOf, bool MayBeResent, bool MayBeSettled,
    DomainError? WhyNotRenewed,
    AddressKeeper Keeper, IReadOnlyList<EmailStep> Steps, SendingPause? Pause, bool MayManage);

/// <param name="Who">The name of the officer; null for the console.</param>
public sealed record EmailStep(long Number, string Code, string? Reason, DateTime At, string? Who);

/// <summary>An e-mail as its reader gets it, and what became of it.</summary>
internal sealed class ViewEmail(IDbContextFactory<ConsoleDbContext> contexts, ResendEmail resend)
{
    private const int MostSteps = 200;

    public async Task<Result<EmailView>> HandleAsync(Guid id, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.OutboxView, ct) is { } refusal) return refusal;
        if (await db.Set<OutgoingEmail>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } email)
            return AccessErrors.NotFound;

        var about = new SubjectRef(email.SubjectKind, email.SubjectId);
        var mayManage = await db.AllowsOnHubAsync(actor, Permission.OutboxManage, ct);
        var isOver = email.RefuseToResend() is not null;
        var whyNotRenewed = isOver || !mayManage ? null : await resend.WhyNotRenewedAsync(email, actor, ct);
        return new EmailView(
            ListEmails.RowOf(email), about, email.Text, email.Html, email.CarriesSecret, email.ResendOf, !isOver && whyNotRenewed is null,
            email.RefuseToSettle() is null,
            whyNotRenewed, await AddressKeeper.FindAsync(db, email, ct), await StepsAsync(db, id, ct), await db.PauseAsync(ct), mayManage);
    }

    private static async Task<IReadOnlyList<EmailStep>> StepsAsync(ConsoleDbContext db, Guid id, CancellationToken ct)
    {
        var entries = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.SubjectKind == SubjectKinds.Email && e.SubjectId == id)
            .OrderBy(e => e.Sequence).Take(MostSteps).ToListAsync(ct);
        var officers = entries.Where(e => e.ActorKind == ActorKind.User).Select(e => e.ActorId).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => officers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        return [.. entries.Select(
            e => new EmailStep(e.Sequence, e.Code, AuditTrail.FactsOf(e).GetValueOrDefault("reason")?.Value, e.At,
                names.GetValueOrDefault(e.ActorId)))];
    }
}
