using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters;

/// <summary>The few queries that several parts of the slice share.</summary>
internal static class LetterQueries
{
    public static Task<ParticipationLetter?> FindLetterAsync(this ConsoleDbContext db, Guid id, CancellationToken ct) =>
        db.Set<ParticipationLetter>().SingleOrDefaultAsync(letter => letter.Id == id, ct);

    public static Task<Nppo> NppoOfAsync(this ConsoleDbContext db, Guid id, CancellationToken ct) =>
        db.Set<Nppo>().SingleAsync(nppo => nppo.Id == id, ct);

    public static async Task<byte[]?> FileAsync(this ConsoleDbContext db, Guid letterId, CancellationToken ct) =>
        (await db.Set<LetterFile>().AsNoTracking().SingleOrDefaultAsync(file => file.LetterId == letterId, ct))?.Bytes;
}
