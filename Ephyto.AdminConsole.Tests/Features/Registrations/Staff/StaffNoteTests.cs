using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Staff;

/// <summary>What the staff of the hub leave for each other about a registration.</summary>
public abstract class StaffNoteTests(DatabaseKind kind) : UseCaseTests(kind)
{
    [Fact]
    public async Task The_newest_note_comes_first_with_its_author()
    {
        var (first, second) = (await Host.AppointAsync(HubRole.SecretariatOfficer, "First"),
            await Host.AppointAsync(HubRole.HubAdministrator, "Second"));
        var registration = await RegisterAsync();

        await WriteAsync(first, registration, "Called on Monday, nobody there.");
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        await WriteAsync(second, registration, "  They called back.\r\nشكرا  ");

        var notes = (await Host.Get<ViewRegistrationDossier>().HandleAsync(registration.Id, first, default)).Value.Notes;
        Assert.Equal([("They called back.\nشكرا", "Second"), ("Called on Monday, nobody there.", "First")],
            notes.Select(note => (note.Words, note.By)));
    }

    [Fact]
    public async Task A_note_is_an_act_in_the_trail_and_its_words_are_not()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var registration = await RegisterAsync();

        await WriteAsync(officer, registration, "Confidential words.");

        var entry = await Host.StoreAsync(db => db.Set<AuditEntry>().SingleAsync(e => e.Code == "registration.note-written"));
        Assert.Equal((officer.Id, registration.Id), (entry.ActorId, entry.SubjectId));
        Assert.DoesNotContain("Confidential", entry.Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_reads_writes_none_and_nothing_is_not_a_note()
    {
        var registration = await RegisterAsync();
        foreach (var outsider in new[] { await Host.AppointAsync(HubRole.Auditor, "Auditor"), Actor.Anonymous,
            Actor.Applicant(registration.Id) })
            Assert.Equal(AccessErrors.NotAllowed, (await WriteAsync(outsider, registration, "Words")).Error);
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);

        Assert.Equal(RegistrationErrors.WordsNeeded, (await WriteAsync(officer, registration, " \n\0 ")).Error);
        Assert.Equal(AccessErrors.NotFound,
            (await Host.Get<WriteNote>().HandleAsync(new(Guid.NewGuid(), "Words"), officer, default)).Error);
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<StaffNote>().CountAsync()));
    }

    private async Task<Registration> RegisterAsync()
    {
        var registration = Host.Submitted("BO");
        await Host.AddAsync(registration);
        return registration;
    }

    private Task<Result<Guid>> WriteAsync(Actor author, Registration registration, string words) =>
        Host.Get<WriteNote>().HandleAsync(new(registration.Id, words), author, default);
}

public sealed class StaffNoteOnSqlite() : StaffNoteTests(DatabaseKind.Sqlite);

public sealed class StaffNoteOnPostgreSql() : StaffNoteTests(DatabaseKind.PostgreSql);
