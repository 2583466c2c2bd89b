using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;

internal sealed record FetchEvidenceRequest(Guid RegistrationId, Guid FileId);

internal sealed record EvidenceDownload(string Name, string ContentType, byte[] Content);

/// <summary>A file on which a decision rests, for the staff of the hub.</summary>
internal sealed class FetchEvidence(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<EvidenceDownload>> HandleAsync(FetchEvidenceRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.RegistrationsView, ct) is { } refusal) return refusal;

        var file = await db.Set<EvidenceFile>().AsNoTracking()
            .SingleOrDefaultAsync(f => f.Id == request.FileId && f.RegistrationId == request.RegistrationId, ct);
        return file is null ? AccessErrors.NotFound : new EvidenceDownload(file.Name, file.ContentType, file.Content);
    }
}
