using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>The whole filtered list, for a spreadsheet. Of the request every page is meant.</summary>
internal sealed class ExportMails(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<List<MailRow>>> HandleAsync(ListMailsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.OutboxView, ct) is { } refusal) return refusal;
        return await (await ListMails.FindAsync(db, request, ct)).Select(ListMails.Row).ToListAsync(ct);
    }
}
