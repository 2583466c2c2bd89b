using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>A refusal is never silent: it goes out with its reason.</summary>
internal sealed class TellRefused(MemberMailer mailer, MemberEmails emails) : IDomainEventHandler<JoinRefused>
{
    public async Task HandleAsync(JoinRefused happened, ConsoleDbContext db, CancellationToken ct)
    {
        var (request, nppo) = await MemberMailer.LoadAsync(db, happened, ct);
        await mailer.SendAsync(db, MemberEmails.JoinRefusedKind, request, request.Email, request.Language, null,
            () => emails.JoinRefused(nppo, request), ct);
    }
}
