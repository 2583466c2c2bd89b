using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;

/// <summary>Every registration that fits the filter, for a file; the page asked for does not matter.</summary>
internal sealed class ExportRegistrations(IDbContextFactory<ConsoleDbContext> contexts, RegistrationFilter filter)
{
    public async Task<Result<IReadOnlyList<Registration>>> HandleAsync(ListRegistrationsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.RegistrationsView, ct) is { } refusal) return refusal;

        var found = (await filter.FindAsync(db, request, ct)).IgnoreAutoIncludes();
        return Result<IReadOnlyList<Registration>>.Success(await RegistrationFilter.Order(found, request.Sort, request.Ascending).ToListAsync(ct));
    }
}
