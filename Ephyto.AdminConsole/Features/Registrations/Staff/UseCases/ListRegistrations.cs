using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Registrations;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;

/// <param name="Search">Beginnings of words of the reference, the organization, the representative or their address, or of the country's
/// name in any language.</param>
/// <param name="Status">Only registrations in this state.</param>
/// <param name="OpenOnly">Only registrations under way, whose address is verified.</param>
/// <param name="Page">From 1.</param>
/// <param name="Kind">Only registrations of this kind.</param>
/// <param name="Region">Only of countries of this UN region, such as <c>Africa</c>.</param>
/// <param name="Age">Only submitted so long ago.</param>
/// <param name="Language">Only of representatives who prefer this language, two letters.</param>
/// <param name="Decided">Only decided, withdrawn or expired so long ago.</param>
/// <param name="Month">Only submitted in this month, UTC; its first day.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; the newest first where it is none.</param>
/// <param name="Size">Rows of a page.</param>
internal sealed record ListRegistrationsRequest(
    string? Search, RegistrationStatus? Status, bool OpenOnly, int Page, RegistrationKind? Kind = null, string? Region = null,
    RegistrationAge? Age = null,
    string? Language = null, DecidedWithin? Decided = null, DateOnly? Month = null, string? Sort = null, int Size = Paging.Size);

/// <summary>Registrations, the newest first unless another order is asked for, one page at a time.</summary>
internal sealed class ListRegistrations(IDbContextFactory<ConsoleDbContext> contexts, RegistrationFilter filter)
{
    public async Task<Result<PageOf<RegistrationListRow>>> HandleAsync(ListRegistrationsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.RegistrationsView, ct) is { } refusal) return refusal;

        var found = await filter.FindAsync(db, request, ct);
        return await filter.Order(found, request.Sort).Select(RegistrationListRow.Of).ToBoundedPageAsync(request.Page, ct, request.Size);
    }
}
