using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Features.Serving.Reactions;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Serving;

/// <summary>A new link for the contact point, as long as there is something to answer or to end; only to who had the old one.</summary>
internal sealed class ServingLinkRenewal(IDbContextFactory<ConsoleDbContext> contexts, ServingMailer mailer, TimeProvider time)
    : ILinkRenewal
{
    public LinkPurpose Purpose => LinkPurpose.ServedCountry;

    public async Task RenewAsync(AccessLink link, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<ServedCountry>().SingleOrDefaultAsync(one => one.Id == link.SubjectId, ct) is not { } serving) return;
        // Whoever holds a link of a former contact point must not cause messages to the present one.
        if (await db.CurrentContactAsync(serving.CountryCode, ct) is not { } contact || contact.Id != link.HolderId) return;

        if (serving.Serves) await mailer.StandingAsync(db, serving, contact, ct);
        else if (!serving.Renew(contact, Actor.ContactPoint(contact.Id), time.GetUtcNow().UtcDateTime).IsSuccess) return;
        await db.TrySaveAsync(ct);
    }
}

/// <summary>An officer has a message with such a link sent again, to the contact that the directory has now.</summary>
internal sealed class RenewServingEmail(ServingMailer mailer, TimeProvider time) : IEmailRenewal
{
    public async Task<Result> RenewAsync(ConsoleDbContext db, OutgoingEmail email, Actor officer, CancellationToken ct)
    {
        if (await db.Set<ServedCountry>().SingleOrDefaultAsync(one => one.Id == email.SubjectId, ct) is not { } serving)
            return AccessErrors.NotFound;
        var contact = await db.CurrentContactAsync(serving.CountryCode, ct);
        if (email.Kind == ServingEmails.AskedKind && serving.State == ServingState.Asked)
            return serving.Renew(contact, officer, time.GetUtcNow().UtcDateTime);
        if (!serving.Serves) return EmailErrors.NoLongerTrue;
        if (contact is null || EmailAddress.TryParse(contact.Details.Email) is null) return EmailErrors.NoUsableAddress;
        await mailer.StandingAsync(db, serving, contact, ct);
        return Result.Success();
    }
}
