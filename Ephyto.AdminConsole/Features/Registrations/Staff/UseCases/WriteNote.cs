using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;

internal sealed record WriteNoteRequest(Guid RegistrationId, string? Words);

/// <summary>A note for the others of the desk.</summary>
internal sealed class WriteNote(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    /// <returns>The note's id.</returns>
    public async Task<Result<Guid>> HandleAsync(WriteNoteRequest request, Actor author, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(author, Permission.RegistrationsDecide, ct) is { } refusal) return refusal;
        if (!await db.Set<Registration>().AnyAsync(r => r.Id == request.RegistrationId, ct)) return AccessErrors.NotFound;

        var written = StaffNote.Write(request.RegistrationId, request.Words, author, time.GetUtcNow().UtcDateTime);
        if (written.Error is { } empty) return empty;
        db.Add(written.Value);
        return await db.TrySaveAsync(ct) is { } failed ? failed : written.Value.Id;
    }
}
