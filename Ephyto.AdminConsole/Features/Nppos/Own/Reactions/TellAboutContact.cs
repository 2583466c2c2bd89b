using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Nppos.Own.Emails;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Own.Reactions;

/// <summary>Whoever an act on the technical contact concerns, and did not do it, is told.</summary>
internal sealed class TellAboutContact(EmailWriter writer, ContactEmails emails) : IDomainEventHandler<TechnicalContactEvent>
{
    public async Task HandleAsync(TechnicalContactEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        var nppo = await db.Set<Nppo>().FindAsync([happened.NppoId], ct)
            ?? throw new InvalidOperationException("An event names an NPPO that is not there.");
        var member = await db.Set<Member>().FindAsync([happened.MemberId], ct)
            ?? throw new InvalidOperationException("An event names a member that is not there.");
        foreach (var userId in await ReadersAsync(db, happened, member, ct))
        {
            var account = await db.Users.SingleAsync(u => u.Id == userId, ct);
            await writer.WriteAsync(
                db, EmailKind.Of(happened), new(SubjectKinds.Nppo, nppo.Id), EmailAddress.TryParse(account.Email)!, account.Language, null,
                () => Compose(happened, nppo, member, isAboutReader: userId == member.UserId), ct);
        }
    }

    private static async Task<IEnumerable<Guid>> ReadersAsync(ConsoleDbContext db, TechnicalContactEvent happened, Member member,
        CancellationToken ct)
    {
        Guid?[] readers = happened switch
        {
            TechnicalContactPassed passed => [member.UserId, passed.OfferedBy, await AccountOfAsync(db, passed.PreviousId, ct)],
            TechnicalContactDeclined declined => [declined.OfferedBy],
            TechnicalContactVacated =>
            [
                .. await db.AdministratorsOf(happened.NppoId).Where(m => m.Id != member.Id).Select(m => m.UserId).ToListAsync(ct),
            ],
            _ => [member.UserId],
        };
        // Who accepts keeps the e-mail as a note of what was taken on, and who suspended the contact may have thought of something else.
        return readers.OfType<Guid>().Distinct()
            .Where(id => happened is TechnicalContactPassed or TechnicalContactVacated || id != happened.Actor.Id);
    }

    private static Task<Guid?> AccountOfAsync(ConsoleDbContext db, Guid? memberId, CancellationToken ct) =>
        db.Set<Member>().Where(m => m.Id == memberId).Select(m => m.UserId).SingleOrDefaultAsync(ct);

    private EmailContent Compose(TechnicalContactEvent happened, Nppo nppo, Member member, bool isAboutReader) => happened switch
    {
        TechnicalContactOffered => emails.Offered(nppo, member),
        TechnicalContactPassed => isAboutReader ? emails.YouAreIt(nppo, member) : emails.Passed(nppo, member),
        TechnicalContactDeclined => emails.Declined(nppo, member),
        TechnicalContactWithdrawn => emails.Withdrawn(nppo, member),
        TechnicalContactVacated => emails.Vacated(nppo, member),
        _ => throw new InvalidOperationException($"There is no mail for {happened.Code}."),
    };
}
