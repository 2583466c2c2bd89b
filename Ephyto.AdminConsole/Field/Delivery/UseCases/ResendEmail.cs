using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Delivery.UseCases;

/// <summary>
/// Sends an e-mail once more, for every page that shows e-mails. One without a secret link is repeated word by word, as another
/// e-mail; one with a link is written anew by its slice (<see cref="IEmailRenewal"/>); one that still waits is tried at once.
/// </summary>
internal sealed class ResendEmail(
    IDbContextFactory<ConsoleDbContext> contexts, EmailCatalogue kinds, IEnumerable<IEmailRenewal> renewals, EmailSignal signal,
    TimeProvider time)
{
    // These pass by themselves within minutes, so the button stays and says so.
    private static readonly DomainError[] OnlyForNow = [RegistrationErrors.ResentRecently, MemberErrors.ResentRecently,
        HubUserErrors.ResentRecently];

    /// <param name="emailId">Which.</param>
    /// <param name="waits">Whether it still waited when the actor looked: who has it tried at once does not send it twice.</param>
    /// <param name="actor">Somebody of the hub.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The e-mail that goes out now.</returns>
    public async Task<Result<Guid>> HandleAsync(Guid emailId, bool waits, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.OutboxManage, ct) is { } refusal) return refusal;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<OutgoingEmail>().SingleOrDefaultAsync(e => e.Id == emailId, ct) is not { } email) return AccessErrors.NotFound;

        if (waits != (email.State == EmailState.Queued)) return AccessErrors.ChangedMeanwhile;
        var sent = email.State == EmailState.Queued ? Hasten(email, actor)
            : email.CarriesSecret ? await RenewAsync(db, email, actor, ct)
            : Repeat(db, email, actor);
        if (!sent.IsSuccess) return sent;
        if (await db.TrySaveAsync(ct) is { } lost) return lost;
        await transaction.CommitAsync(ct);
        signal.Pulse();
        return sent;
    }

    /// <summary>The e-mails about something that the reader may have sent again; none for who may send nothing.</summary>
    public async Task<IReadOnlySet<Guid>> OfferedAsync(SubjectRef about, Actor reader, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.AllowsOnHubAsync(reader, Permission.OutboxManage, ct)) return new HashSet<Guid>();
        var emails = await db.Set<OutgoingEmail>().AsNoTracking()
            .Where(e => e.SubjectKind == about.Kind && e.SubjectId == about.Id && e.ResentAs == null
                && (e.State == EmailState.Sent || e.State == EmailState.Failed || e.CancelledBy != null)).ToListAsync(ct);
        HashSet<Guid> offered = [];
        // Of one kind, about one thing and to one address: what holds for the link of one holds for the others.
        foreach (var alike in emails.GroupBy(email => (email.Kind, email.To, email.CarriesSecret)))
        {
            if (await WhyNotRenewedAsync(alike.First(), reader, ct) is null) offered.UnionWith(alike.Select(email => email.Id));
        }

        return offered;
    }

    /// <returns>Why its link cannot be made anew, now or later; null where it can, and for an e-mail without one.</returns>
    internal async Task<DomainError?> WhyNotRenewedAsync(OutgoingEmail email, Actor reader, CancellationToken ct)
    {
        if (!email.CarriesSecret) return null;
        if (RenewalOf(email) is not { } slice) return EmailErrors.LinkNotRenewed;

        // A renewal never saves: in a context that is thrown away it only says whether it would.
        await using var db = await contexts.CreateDbContextAsync(ct);
        var refused = (await slice.RenewAsync(db, email, reader, ct)).Error;
        return refused is null || OnlyForNow.Contains(refused) ? null : refused;
    }

    private IEmailRenewal? RenewalOf(OutgoingEmail email) =>
        kinds.Find(email.Kind)?.Renewal is { } wanted ? renewals.Single(renewal => renewal.GetType() == wanted) : null;

    private Result<Guid> Hasten(OutgoingEmail email, Actor officer) =>
        email.Hasten(officer, time.GetUtcNow().UtcDateTime).Error is { } refusal ? refusal : email.Id;

    private Result<Guid> Repeat(ConsoleDbContext db, OutgoingEmail email, Actor officer)
    {
        var again = email.Repeat(officer, time.GetUtcNow().UtcDateTime);
        if (again.Error is { } refusal) return refusal;
        db.Add(again.Value);
        return again.Value.Id;
    }

    private async Task<Result<Guid>> RenewAsync(ConsoleDbContext db, OutgoingEmail email, Actor officer, CancellationToken ct)
    {
        if (email.RefuseToResend() is { } refusal) return refusal;
        if (RenewalOf(email) is not { } slice) return EmailErrors.LinkNotRenewed;

        var now = time.GetUtcNow().UtcDateTime;
        if ((await slice.RenewAsync(db, email, officer, ct)).Error is { } impossible) return impossible;
        // The slice's reactions write the e-mail while this is saved; only then is there one that the old one can name.
        if (await db.TrySaveAsync(ct) is { } lost) return lost;
        var fresh = db.ChangeTracker.Entries<OutgoingEmail>().Select(entry => entry.Entity)
            .Where(e => e.Id != email.Id && e is { State: EmailState.Queued, CarriesSecret: true } && e.QueuedAt >= now).MaxBy(e => e.Id);
        if (fresh is null) return EmailErrors.NoUsableAddress;
        return email.NoteRenewed(fresh, officer, now).Error is { } late ? late : fresh.Id;
    }
}
