using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;

/// <param name="Chosen">Only these of them; null: all.</param>
internal sealed record ExportRegistrationsRequest(ListRegistrationsRequest Filter, IReadOnlyList<Guid>? Chosen = null);

/// <summary>Every registration that fits the filter, for a file; the page asked for does not matter.</summary>
internal sealed class ExportRegistrations(IDbContextFactory<ConsoleDbContext> contexts, RegistrationFilter filter)
{
    public async Task<Result<IReadOnlyList<RegistrationListRow>>> HandleAsync(ExportRegistrationsRequest request, Actor actor,
        CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.RegistrationsView, ct) is { } refusal) return refusal;

        var found = await filter.FindAsync(db, request.Filter, ct);
        if (request.Chosen is { } chosen) found = found.Where(r => chosen.Contains(r.Id));
        return await filter.Order(found, request.Filter.Sort).Select(RegistrationListRow.Of).ToListAsync(ct);
    }
}
