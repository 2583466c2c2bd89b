using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Own.UseCases;

/// <param name="Contact">Null while nobody is it.</param>
/// <param name="Offered">To whom it is offered; null where it is not.</param>
/// <param name="Offer">That offer: an act on it says which one it means.</param>
/// <param name="IsMine">Whether the offer waits for the reader's own answer.</param>
/// <param name="MayHandOver">Whether the reader may offer it, and withdraw an offer.</param>
/// <param name="Candidates">Active members whom the reader may ask; empty for who may not.</param>
public sealed record TechnicalContactView(
    Member? Contact, Member? Offered, TechnicalContactOffer? Offer, bool IsMine, bool MayHandOver, IReadOnlyList<Member> Candidates);

/// <summary>The technical contact as the organization, and the hub, see it.</summary>
internal sealed class ViewTechnicalContact(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<TechnicalContactView>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, nppoId, ct) is { } refusal) return refusal;
        if (await db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == nppoId, ct) is not { } nppo) return AccessErrors.NotFound;

        var members = db.Set<Member>().AsNoTracking().Where(m => m.NppoId == nppoId);
        Guid?[] names = [nppo.TechnicalContactId, nppo.Offer?.MemberId];
        var named = await members.Where(m => names.Contains(m.Id)).ToListAsync(ct);
        var self = await members.SingleOrDefaultAsync(m => m.UserId == actor.Id && m.Status == MemberStatus.Active, ct);
        var mayHandOver = self is not null && (self.Role.Allows(Permission.NppoEdit) || self.Id == nppo.TechnicalContactId);
        var candidates = mayHandOver
            ? await members.Where(m => m.Status == MemberStatus.Active && m.Id != nppo.TechnicalContactId && m.Id != self!.Id)
                .OrderByName().ToListAsync(ct)
            : [];
        var offered = named.Find(m => m.Id == nppo.Offer?.MemberId);
        return new TechnicalContactView(
            named.Find(m => m.Id == nppo.TechnicalContactId), offered, nppo.Offer, offered is not null && offered.Id == self?.Id,
            mayHandOver, candidates);
    }
}
