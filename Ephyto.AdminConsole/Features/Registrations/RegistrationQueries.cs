using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations;

/// <summary>The few queries that several parts of the slice share.</summary>
internal static class RegistrationQueries
{
    public static Task<Registration?> FindRegistrationAsync(this ConsoleDbContext db, Guid id, CancellationToken ct) =>
        db.Set<Registration>().SingleOrDefaultAsync(r => r.Id == id, ct);

    /// <summary>The registration of an event under way, which the context holds already, perhaps not saved yet.</summary>
    public static async Task<Registration?> FindRegistrationAsync(this ConsoleDbContext db, RegistrationEvent happened,
        CancellationToken ct) =>
        db.ChangeTracker.Entries<Registration>().FirstOrDefault(entry => entry.Entity.Id == happened.RegistrationId)?.Entity
        ?? await db.FindRegistrationAsync(happened.RegistrationId, ct);

    /// <summary>What was said with the newest step of that code.</summary>
    public static string? WordsOf(this Registration registration, string code) =>
        registration.Steps.Where(step => step.Code == code).OrderBy(step => step.Number).LastOrDefault()?.Words;
}
