using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>The confirmation e-mail of a registration: it carries the link that activates the account.</summary>
internal sealed class SendConfirmation(MemberMailer mailer, MemberEmails emails, IOptions<MembersOptions> options)
    : IDomainEventHandler<InitialAdministratorAppointed>
{
    public async Task HandleAsync(InitialAdministratorAppointed happened, ConsoleDbContext db, CancellationToken ct)
    {
        var (member, nppo) = await MemberMailer.LoadAsync(db, happened, ct);
        var registration = await db.Set<Registration>().FindAsync([nppo.RegistrationId], ct);
        var lifetime = TimeSpan.FromDays(options.Value.ActivationDays);
        var link = member.UserId is null ? await mailer.IssueAsync(db, MemberEmails.ConfirmationKind, member, lifetime, ct) : null;
        await mailer.SendAsync(db, MemberEmails.ConfirmationKind, member, member.Email, member.Language, link?.ProtectedSecret,
            () => emails.Confirmation(
            nppo, mailer.CountryOf(nppo), registration, member, link?.Link.ExpiresAt ?? happened.OccurredAt), ct);
    }
}
