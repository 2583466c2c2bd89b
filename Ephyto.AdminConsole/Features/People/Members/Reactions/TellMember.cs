using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>Whoever's access changes hears of it, with the reason, in their language.</summary>
internal sealed class TellMember(MemberMailer mailer, AccessEmails emails) : IDomainEventHandler<AccessEvent>
{
    public async Task HandleAsync(AccessEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        var (member, nppo) = await MemberMailer.LoadAsync(db, happened, ct);
        var (email, language) = await MemberMailer.ReaderAsync(db, member, ct);
        await mailer.SendAsync(db, EmailKind.Of(happened), member, email, language, null, () => Compose(happened, nppo, member), ct);
    }

    private EmailContent Compose(AccessEvent happened, Nppo nppo, Member member) => happened switch
    {
        MemberRoleChanged changed => emails.RoleChanged(nppo, member, changed.From),
        MemberSuspended { Reason: SuspensionReason.RoleEnded } => emails.RoleEnded(nppo, member),
        MemberSuspended => emails.Suspended(nppo, member),
        MemberReactivated => emails.Reactivated(nppo, member),
        MemberRemoved => emails.Removed(nppo, member),
        MemberLeft => emails.Left(nppo, member),
        _ => throw new InvalidOperationException($"There is no mail for {happened.Code}."),
    };
}
