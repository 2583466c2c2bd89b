using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Serving.Reactions;

/// <summary>
/// The administrators of the serving organization, those of the served country's where it is a member, and the hub hear what was agreed,
/// declined and ended. What the hub decided of the serving organization, and what its connection does otherwise, is told to those for whom
/// it exchanges: its own administrators know it. So do they and the hub where its membership has ended, and all of its servings with that.
/// </summary>
internal sealed class TellBothSides(EmailWriter writer, ServingEmails emails) : IDomainEventHandler<ServingEvent>
{
    public async Task HandleAsync(ServingEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        // What is told once more concerns the contact point alone.
        var isExchange = happened is ServingBegun or ServingInterrupted or ServingResumed
            or ServingChangeTold { Actor.Kind: ActorKind.System };
        if (!isExchange && happened is not (ServingConfirmed or ServingDeclined or ServingNoticeGiven or ServingEnded
            or ServingExchangeAgreed)) return;

        var serving = await db.Set<ServedCountry>().FindAsync([happened.ServingId], ct)
            ?? throw new InvalidOperationException("An event names a served country that is not there.");
        var matter = await db.MatterAsync(serving, ct);
        HashSet<string> told = [];
        var isKnown = isExchange || (happened is ServingEnded && matter.Nppo.Status == NppoStatus.Closed);
        if (!isKnown) await TellAsync(db.AccountsOfAdministrators(happened.NppoId), ServingSide.ServingOrganization);
        if (happened.ServedNppoId is { } served) await TellAsync(db.AccountsOfAdministrators(served), ServingSide.ServedCountry);
        if (!isKnown)
            await TellAsync(db.Users.AsNoTracking().Where(user => db.HubAdministrators().Any(officer => officer.UserId == user.Id)),
                ServingSide.Hub);

        async Task TellAsync(IQueryable<ConsoleUser> readers, ServingSide side)
        {
            foreach (var reader in await readers.OrderBy(user => user.Id).ToListAsync(ct))
            {
                if (EmailAddress.TryParse(reader.Email) is not { } address || !told.Add(address.Value)) continue;
                await writer.WriteAsync(db, ServingEmails.KindOf(happened), ServingMailer.About(serving), address, reader.Language, null,
                    () => emails.Told(matter, side, happened), ct);
            }
        }
    }
}
