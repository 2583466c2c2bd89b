using Ephyto.AdminConsole.Components.Emails;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;

/// <param name="Steps">In the order in which they happened.</param>
/// <param name="Emails">About this registration, the newest first.</param>
/// <param name="Contact">The directory's contact of today; null where nobody is on file.</param>
/// <param name="Clock">What time will do by itself; null where it will do nothing.</param>
/// <param name="MayDecide">Whether the reader may act for the Secretariat.</param>
/// <param name="Notes">Of the staff, the newest first.</param>
/// <param name="Evidence">Files on which a decision rests, in the order in which they were attached.</param>
/// <param name="NppoId">The organization that the confirmation made, or gave a new administrator; null for one that is not
/// confirmed.</param>
public sealed record RegistrationDossier(
    Registration Registration, IReadOnlyList<DossierStep> Steps, IReadOnlyList<SubjectEmail> Emails, ContactPoint? Contact,
    DossierClock Clock, bool MayDecide,
    IReadOnlyList<DossierNote> Notes, IReadOnlyList<DossierEvidence> Evidence, Guid? NppoId);

/// <param name="Who">The name of whoever did it, or null where the capacity says it all.</param>
public sealed record DossierStep(RegistrationStep Step, string? Who);

/// <param name="By">The author's name; null where the account is gone.</param>
public sealed record DossierNote(Guid Id, string Words, string? By, DateTime At);

/// <param name="Size">In bytes.</param>
/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
/// <param name="By">The officer's name; null where the account is gone.</param>
public sealed record DossierEvidence(Guid Id, string Name, long Size, string Hash, string? By, DateTime At);

public sealed record DossierClock(DateTime? NextReminder, DateTime? Escalation, DateTime? Expiry);

/// <summary>Everything the desk knows of one registration.</summary>
internal sealed class ViewRegistrationDossier(IDbContextFactory<ConsoleDbContext> contexts, RegistrationPolicy policy)
{
    private const int MostEmails = 100;

    public async Task<Result<RegistrationDossier>> HandleAsync(Guid id, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.RegistrationsView, ct) is { } refusal) return refusal;
        if (await db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } registration)
            return AccessErrors.NotFound;

        var steps = registration.Steps.OrderBy(step => step.Number).ToList();
        var names = await NamesAsync(db, steps, ct);
        return new RegistrationDossier(
            registration,
            [.. steps.Select(step => new DossierStep(step, WhoOf(step, registration, names)))],
            await EmailsAsync(db, id, ct),
            await db.CurrentContactAsync(registration.CountryCode, ct),
            new DossierClock(registration.NextReminderAt(policy), registration.EscalatesAt(policy), registration.ExpiresAt(policy)),
            await db.AllowsOnHubAsync(actor, Permission.RegistrationsDecide, ct),
            await NotesAsync(db, id, ct),
            await EvidenceAsync(db, id, ct),
            await NppoOfAsync(db, registration, ct));
    }

    // An organization knows its newest registration only: an older one belongs to whatever stood for the country when it was confirmed.
    private static Task<Guid?> NppoOfAsync(ConsoleDbContext db, Registration registration, CancellationToken ct) =>
        registration.Status != RegistrationStatus.Confirmed ? Task.FromResult<Guid?>(null)
        : db.Set<Nppo>().Where(n => n.CountryCode == registration.CountryCode && n.RegisteredAt <= registration.DecidedAt)
            .OrderByDescending(n => n.RegisteredAt).Select(n => (Guid?)n.Id).FirstOrDefaultAsync(ct);

    private static Task<List<DossierNote>> NotesAsync(ConsoleDbContext db, Guid id, CancellationToken ct) =>
        db.Set<StaffNote>().AsNoTracking()
            .Where(note => note.RegistrationId == id).OrderByDescending(note => note.WrittenAt).ThenByDescending(note => note.Id)
            .Select(note =>
                new DossierNote(note.Id, note.Words,
                    db.Users.Where(u => u.Id == note.WrittenBy).Select(u => u.DisplayName).FirstOrDefault(), note.WrittenAt))
            .ToListAsync(ct);

    private static Task<List<DossierEvidence>> EvidenceAsync(ConsoleDbContext db, Guid id, CancellationToken ct) =>
        db.Set<EvidenceFile>().AsNoTracking()
            .Where(file => file.RegistrationId == id).OrderBy(file => file.AttachedAt).ThenBy(file => file.Id)
            .Select(file => new DossierEvidence(
                file.Id, file.Name, file.Size, file.Hash,
                db.Users.Where(u => u.Id == file.AttachedBy).Select(u => u.DisplayName).FirstOrDefault(), file.AttachedAt))
            .ToListAsync(ct);

    private static string? WhoOf(RegistrationStep step, Registration registration, Dictionary<Guid, string> names) => step.ActorKind switch
    {
        ActorKind.Applicant => registration.Representative.FullName,
        ActorKind.User or ActorKind.ContactPoint => names.GetValueOrDefault(step.ActorId),
        _ => null,
    };

    private static async Task<Dictionary<Guid, string>> NamesAsync(ConsoleDbContext db, List<RegistrationStep> steps, CancellationToken ct)
    {
        var contactIds = steps.Where(s => s.ActorKind == ActorKind.ContactPoint).Select(s => s.ActorId).Distinct().ToList();
        var userIds = steps.Where(s => s.ActorKind == ActorKind.User).Select(s => s.ActorId).Distinct().ToList();
        var contacts = await db.Set<ContactPoint>().AsNoTracking().Where(c => contactIds.Contains(c.Id)).ToListAsync(ct);
        var users = await db.Users.AsNoTracking().Where(u => userIds.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName })
            .ToListAsync(ct);
        return contacts.Select(c => (c.Id, Name: c.Details.FullName)).Concat(users.Select(u => (u.Id, Name: u.DisplayName)))
            .ToDictionary(person => person.Id, person => person.Name);
    }

    private static Task<List<SubjectEmail>> EmailsAsync(ConsoleDbContext db, Guid id, CancellationToken ct) =>
        db.Set<OutgoingEmail>().AsNoTracking()
            .Where(e => e.SubjectKind == SubjectKinds.Registration && e.SubjectId == id).OrderByDescending(e => e.QueuedAt)
            .ThenByDescending(e => e.Id).Take(MostEmails)
            .Select(SubjectEmail.Of).ToListAsync(ct);
}
