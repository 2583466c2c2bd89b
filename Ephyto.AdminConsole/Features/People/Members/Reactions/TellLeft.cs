using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>Somebody left on their own: the administrators who stay hear of it.</summary>
internal sealed class TellLeft(MemberMailer mailer, AccessEmails emails) : IDomainEventHandler<MemberLeft>
{
    public async Task HandleAsync(MemberLeft happened, ConsoleDbContext db, CancellationToken ct)
    {
        var (member, nppo) = await MemberMailer.LoadAsync(db, happened, ct);
        foreach (var (email, language) in await MemberMailer.AdministratorsAsync(db, nppo.Id, member.Id, ct))
            await mailer.SendAsync(db, AccessEmails.ColleagueLeftKind, member, email, language, null,
                () => emails.ColleagueLeft(nppo, member), ct);
    }
}
