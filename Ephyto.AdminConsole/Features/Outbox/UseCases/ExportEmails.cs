using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <param name="Chosen">Only these of them; null: all.</param>
internal sealed record ExportEmailsRequest(ListEmailsRequest Filter, IReadOnlyList<Guid>? Chosen = null);

/// <summary>The whole filtered list, for a spreadsheet. Of the request every page is meant.</summary>
internal sealed class ExportEmails(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<List<EmailRow>>> HandleAsync(ExportEmailsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.OutboxView, ct) is { } refusal) return refusal;
        var found = await ListEmails.FindAsync(db, request.Filter, ct);
        if (request.Chosen is { } chosen) found = found.Where(e => chosen.Contains(e.Id));
        return await ListEmails.Orders.Apply(found, request.Filter.Sort).Select(ListEmails.Row).ToListAsync(ct);
    }
}
