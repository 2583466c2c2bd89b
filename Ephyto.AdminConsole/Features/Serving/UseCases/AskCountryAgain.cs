using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <summary>
/// The message to the contact point by which it confirms, or agrees to more, is sent once more, with a new link; not more often than one
/// mailbox bears.
/// </summary>
internal sealed class AskCountryAgain(ServingAct acts, EmailLimits limits, IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(SeenServing seen, Actor actor, CancellationToken ct)
    {
        if (await RefuseAsync(seen, actor, ct) is { } refusal) return refusal;
        return await acts.ActAsync(
            seen, (db, cancel) => db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, seen.NppoId, cancel),
            async (db, serving, now) =>
            {
                var contact = await db.CurrentContactAsync(serving.CountryCode, ct);
                return serving.State == ServingState.Asked
                    ? serving.AskAgain(contact, actor.Id, now)
                    : serving.TellAgain((await db.MatterAsync(serving, ct)).Exchange, contact, actor, now);
            }, ct);
    }

    // Counted before anything changes, and only where there is something to send.
    private async Task<DomainError?> RefuseAsync(SeenServing seen, Actor actor, CancellationToken ct)
    {
        string? reader = null;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, seen.NppoId, ct) is { } refusal) return refusal;
            var serving = await db.Set<ServedCountry>().AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == seen.ServingId && one.NppoId == seen.NppoId, ct);
            if (serving is not null && serving.Version == seen.Version && await IsToSendAsync(db, serving, ct))
                reader = (await db.CurrentContactAsync(serving.CountryCode, ct))?.Details.Email;
        }

        return reader is null || await limits.AllowAsync(EmailCause.ServingRequest, reader, actor.Id.ToString(), ct)
            ? null : EmailErrors.TooMany;
    }

    private async Task<bool> IsToSendAsync(ConsoleDbContext db, ServedCountry serving, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return serving.State == ServingState.Asked
            ? !serving.IsAskedRecently(now) : !serving.IsToldRecently(now) && (await db.MatterAsync(serving, ct)).AsksMore;
    }
}
