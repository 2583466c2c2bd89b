using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Delivery;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Platform.Storage;
using Ephyto.Domain.Access;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Hub.Problems.UseCases;

/// <summary>Looks for what is wrong or risky with the installation now.</summary>
internal sealed class ProblemFinder(
    IOptions<SmtpOptions> smtp, IOptions<EmailOptions> email, IOptions<SecurityOptions> security, IOptions<StorageOptions> storage,
    ProtectionMarks marks,
    IOptions<KeyEncryptionOptions> keyEncryption, IHostEnvironment environment, DiskRoom disk, IKeptForms forms,
    TimeProvider time)
{
    private const int ManySignIns = 30;
    private const int ManyRights = 20;
    private const int ManyRequests = 200;
    private static readonly TimeSpan Waiting = TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<Problem>> FindAsync(ConsoleDbContext db, CancellationToken ct)
    {
        List<Problem?> found = [.. await OfInstallationAsync(db, ct), .. await OfPeopleAsync(db, ct), .. await OfEmailsAsync(db, ct),
            await OfDirectoryAsync(db, ct), .. await OfAttacksAsync(db, ct)];
        return [.. found.OfType<Problem>().OrderBy(problem => problem.Kind)];
    }

    private async Task<IEnumerable<Problem?>> OfInstallationAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var keys = storage.Value.PathOf("keys");
        var kept = Directory.Exists(keys) && Directory.EnumerateFiles(keys).Any() && await marks.AreKeptAsync(db, ct);
        return
        [
            string.IsNullOrWhiteSpace(smtp.Value.Host) ? new(ProblemKind.NoMailServer, Setting: "Smtp:Host")
                // Left over from a trial: a server is set, and still nothing leaves the machine.
                : email.Value.Transport == EmailTransportKind.Mailbox ? new(ProblemKind.NoMailServer, Setting: "Email:Transport") : null,
            security.Value.RequireSecondFactor == true ? null : new(ProblemKind.SecondFactorOff, Setting: "Security:RequireSecondFactor"),
            kept ? null : new(ProblemKind.KeysNotKept, Setting: "Storage:DataDirectory"),
            keyEncryption.Value.IsOn || environment.IsDevelopment()
                ? null : new(ProblemKind.KeysUnencrypted, Setting: "DataProtection:Certificate:Path"),
            disk.IsLow ? new(ProblemKind.DiskNearlyFull, Setting: "Storage:LowSpaceMegabytes") : null,
            await forms.ReadAsync(db, ct) is { IsNearlyFull: true } use
                ? new(ProblemKind.DraftsNearlyFull, use.Count, "Registration:Form:DraftsAtMost") : null,
        ];
    }

    private static async Task<IEnumerable<Problem?>> OfPeopleAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var administrators = await db.HubAdministrators().CountAsync(ct);
        var alone = await db.NpposWithFewAdministrators().CountAsync(ct);
        return
        [
            administrators < 2 ? new(ProblemKind.OneHubAdministrator, Link: "hub/users") : null,
            alone > 0 ? new(ProblemKind.FewAdministrators, alone, Link: "hub/nppos?administrators=few") : null,
        ];
    }

    private async Task<IEnumerable<Problem?>> OfEmailsAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var late = now - Waiting;
        var isPaused = await db.Set<SendingSwitch>().AnyAsync(s => s.PausedAt != null, ct);
        // During a pause e-mails wait because somebody wants them to.
        var waiting = isPaused ? 0 : await db.Set<OutgoingEmail>().CountAsync(e => e.State == EmailState.Queued && e.QueuedAt < late, ct);
        var failed = await db.Set<OutgoingEmail>().Undelivered().CountAsync(ct);
        return
        [
            isPaused ? new(ProblemKind.SendingPaused, Link: "hub/outbox") : null,
            waiting > 0 ? new(ProblemKind.QueueGrows, waiting, "Smtp:Host", "hub/outbox?state=Queued") : null,
            failed > 0 ? new(ProblemKind.MailsUndelivered, failed, Link: "hub/outbox?state=undelivered") : null,
        ];
    }

    // A few are mistakes of people.
    private async Task<IEnumerable<Problem?>> OfAttacksAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var since = time.GetUtcNow().UtcDateTime - SecurityTally.Window;
        var counts = await db.Set<SecurityTally>().AsNoTracking().Where(tally => tally.LastAt > since)
            .GroupBy(tally => tally.Signal).Select(same => new { Signal = same.Key, Count = same.Sum(tally => (long)tally.Count) })
            .ToDictionaryAsync(same => same.Signal, same => same.Count, ct);
        var signIns = Of(SecuritySignal.SignInFailed, SecuritySignal.SignInHeldBack, SecuritySignal.CodeRefused,
            SecuritySignal.CodeHeldBack);
        var rights = Of(SecuritySignal.RightRefused);
        var requests = Of(SecuritySignal.LinkRefused, SecuritySignal.FormRefused, SecuritySignal.TooManyRequests,
            SecuritySignal.MailHeldBack);
        return
        [
            signIns >= ManySignIns ? new(ProblemKind.SignInAttacks, signIns, Link: "hub/audit?kind=account.sign-ins-failed") : null,
            rights >= ManyRights ? new(ProblemKind.RightsRefused, rights, Link: "hub/audit?kind=account.rights-refused") : null,
            requests >= ManyRequests ? new(ProblemKind.RequestsRefused, requests) : null,
        ];

        int Of(params SecuritySignal[] signals) => (int)Math.Min(signals.Sum(signal => counts.GetValueOrDefault(signal)), int.MaxValue);
    }

    private async Task<Problem?> OfDirectoryAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var yearAgo = time.GetUtcNow().UtcDateTime.AddYears(-1);
        var old = await db.Set<ContactPoint>().CountAsync(c => c.CurrentCountryCode != null && (c.AffirmedAt ?? c.ValidFrom) < yearAgo, ct);
        return old > 0 ? new(ProblemKind.DirectoryOld, old, Link: "hub/contact-points?since=over-a-year") : null;
    }
}
