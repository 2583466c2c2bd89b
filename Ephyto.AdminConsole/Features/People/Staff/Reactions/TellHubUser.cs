using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Staff.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Staff.Reactions;

/// <summary>Whatever happens to a role is told to the person, in the language of their account.</summary>
internal sealed class TellHubUser(EmailWriter writer, HubUserEmails emails) : IDomainEventHandler<HubUserEvent>
{
    public async Task HandleAsync(HubUserEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (happened.UserId is not { } account) return;
        var user = await db.Set<HubUser>().FindAsync([happened.HubUserId], ct)
            ?? throw new InvalidOperationException("An event names a hub user that is not there.");
        if (emails.About(happened, user) is null) return;

        var reader = await db.Users.Where(u => u.Id == account).Select(u => new { u.Email, u.Language }).SingleAsync(ct);
        await writer.WriteAsync(
            db, EmailKind.Of(happened), new(SubjectKinds.HubUser, user.Id), EmailAddress.TryParse(reader.Email)!, reader.Language, null,
            () => emails.About(happened, user)!, ct);
    }
}
