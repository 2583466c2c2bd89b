using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.UseCases;

/// <summary>For the browser that sent a form, and perhaps never saw the answer.</summary>
internal sealed class ReopenSentForm(IDbContextFactory<ConsoleDbContext> contexts, LinkIssuer links, RegistrationPolicy policy)
{
    public async Task<bool> IsSentAsync(string draftKey, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.MadeOfAsync(draftKey, ct) is not null;
    }

    /// <returns>The tracker's address, for a redirect made at once; null where nothing came of the form.</returns>
    public async Task<string?> HandleAsync(string? draftKey, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        return await db.MadeOfAsync(draftKey, ct) is { } made
            ? SentForms.AddressOf(await links.AddTrackerAsync(db, transaction, made, policy, ct), sentAlready: false) : null;
    }
}
