using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>Somebody wants to join: every administrator hears of it, in the language of their account, while they are not many.</summary>
internal sealed class TellAdministrators(MemberMailer mailer, MemberEmails emails) : IDomainEventHandler<JoinRequested>
{
    public async Task HandleAsync(JoinRequested happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (!happened.Tell) return;

        var (request, nppo) = await MemberMailer.LoadAsync(db, happened, ct);
        foreach (var (email, language) in await MemberMailer.AdministratorsAsync(db, nppo.Id, null, ct))
        {
            await mailer.SendAsync(db, MemberEmails.JoinRequestKind, request, email, language, null,
                () => emails.JoinRequest(nppo, request), ct);
        }
    }
}
