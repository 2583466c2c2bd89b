using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Delivery.UseCases;

/// <summary>
/// Sends a mail once more, for every page that shows mails. One without a secret link is repeated word by word, as another
/// mail; one with a link is written anew by its slice (<see cref="IEmailRenewal"/>); one that still waits is tried at once.
/// </summary>
internal sealed class ResendEmail(
    IDbContextFactory<ConsoleDbContext> contexts, MailCatalogue kinds, IEnumerable<IEmailRenewal> renewals, EmailSignal signal,
    TimeProvider time)
{
    // These pass by themselves within minutes, so the button stays and says so.
    private static readonly DomainError[] OnlyForNow = [RegistrationErrors.ResentRecently, MemberErrors.ResentRecently,
        HubUserErrors.ResentRecently];

    /// <param name="emailId">Which.</param>
    /// <param name="waits">Whether it still waited when the actor looked: who has it tried at once does not send it twice.</param>
    /// <param name="actor">Somebody of the hub.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The mail that goes out now.</returns>
    public async Task<Result<Guid>> HandleAsync(Guid emailId, bool waits, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.OutboxManage, ct) is { } refusal) return refusal;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<OutgoingEmail>().SingleOrDefaultAsync(e => e.Id == emailId, ct) is not { } mail) return AccessErrors.NotFound;

        if (waits != (mail.State == EmailState.Queued)) return AccessErrors.ChangedMeanwhile;
        var sent = mail.State == EmailState.Queued ? Hasten(mail, actor)
            : mail.CarriesSecret ? await RenewAsync(db, mail, actor, ct)
            : Repeat(db, mail, actor);
        if (!sent.IsSuccess) return sent;
        if (await db.TrySaveAsync(ct) is { } lost) return lost;
        await transaction.CommitAsync(ct);
        signal.Pulse();
        return sent;
    }

    /// <summary>The mails about something that the reader may have sent again; none for who may send nothing.</summary>
    public async Task<IReadOnlySet<Guid>> OfferedAsync(SubjectRef about, Actor reader, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.AllowsOnHubAsync(reader, Permission.OutboxManage, ct)) return new HashSet<Guid>();
        var mails = await db.Set<OutgoingEmail>().AsNoTracking()
            .Where(e => e.SubjectKind == about.Kind && e.SubjectId == about.Id && e.ResentAs == null
                && (e.State == EmailState.Sent || e.State == EmailState.Failed || e.CancelledBy != null)).ToListAsync(ct);
        HashSet<Guid> offered = [];
        // Of one kind, about one thing and to one address: what holds for the link of one holds for the others.
        foreach (var alike in mails.GroupBy(mail => (mail.Kind, mail.To, mail.CarriesSecret)))
        {
            if (await WhyNotRenewedAsync(alike.First(), reader, ct) is null) offered.UnionWith(alike.Select(mail => mail.Id));
        }

        return offered;
    }

    /// <returns>Why its link cannot be made anew, now or later; null where it can, and for a mail without one.</returns>
    internal async Task<DomainError?> WhyNotRenewedAsync(OutgoingEmail mail, Actor reader, CancellationToken ct)
    {
        if (!mail.CarriesSecret) return null;
        if (RenewalOf(mail) is not { } slice) return EmailErrors.LinkNotRenewed;

        // A renewal never saves: in a context that is thrown away it only says whether it would.
        await using var db = await contexts.CreateDbContextAsync(ct);
        var refused = (await slice.RenewAsync(db, mail, reader, ct)).Error;
        return refused is null || OnlyForNow.Contains(refused) ? null : refused;
    }

    private IEmailRenewal? RenewalOf(OutgoingEmail mail) =>
        kinds.Find(mail.Kind)?.Renewal is { } wanted ? renewals.Single(renewal => renewal.GetType() == wanted) : null;

    private Result<Guid> Hasten(OutgoingEmail mail, Actor officer) =>
        mail.Hasten(officer, time.GetUtcNow().UtcDateTime).Error is { } refusal ? refusal : mail.Id;

    private Result<Guid> Repeat(ConsoleDbContext db, OutgoingEmail mail, Actor officer)
    {
        var again = mail.Repeat(officer, time.GetUtcNow().UtcDateTime);
        if (again.Error is { } refusal) return refusal;
        db.Add(again.Value);
        return again.Value.Id;
    }

    private async Task<Result<Guid>> RenewAsync(ConsoleDbContext db, OutgoingEmail mail, Actor officer, CancellationToken ct)
    {
        if (mail.RefuseToResend() is { } refusal) return refusal;
        if (RenewalOf(mail) is not { } slice) return EmailErrors.LinkNotRenewed;

        var now = time.GetUtcNow().UtcDateTime;
        if ((await slice.RenewAsync(db, mail, officer, ct)).Error is { } impossible) return impossible;
        // The slice's reactions write the mail while this is saved; only then is there one that the old one can name.
        if (await db.TrySaveAsync(ct) is { } lost) return lost;
        var fresh = db.ChangeTracker.Entries<OutgoingEmail>().Select(entry => entry.Entity)
            .Where(e => e.Id != mail.Id && e is { State: EmailState.Queued, CarriesSecret: true } && e.QueuedAt >= now).MaxBy(e => e.Id);
        if (fresh is null) return EmailErrors.NoUsableAddress;
        return mail.NoteRenewed(fresh, officer, now).Error is { } late ? late : fresh.Id;
    }
}
