using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>
/// Somebody erased their account: the administrators who stay hear of it, and whether only one of them is left. The message
/// names nobody: the name is what was erased.
/// </summary>
internal sealed class TellErased(MemberMailer mailer, AccessEmails emails) : IDomainEventHandler<MemberErased>
{
    public async Task HandleAsync(MemberErased happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (!happened.EndedNow) return;
        var (member, nppo) = await MemberMailer.LoadAsync(db, happened, ct);
        var others = await MemberMailer.AdministratorsAsync(db, nppo.Id, member.Id, ct);
        var isLastLeft = member.Role == NppoRole.Administrator && others.Count == 1;
        foreach (var (email, language) in others)
            await mailer.SendAsync(db, AccessEmails.ColleagueErasedKind, member, email, language, null,
                () => emails.ColleagueErased(nppo, member, isLastLeft), ct);
    }
}
