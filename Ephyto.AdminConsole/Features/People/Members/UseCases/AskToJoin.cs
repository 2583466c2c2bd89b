using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <param name="CountryCode">Of the organization.</param>
/// <param name="Person">As typed.</param>
/// <param name="Email">As typed.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Words">Why.</param>
/// <param name="Sender">As <c>RateLimits.Sender</c> gives it.</param>
internal sealed record AskToJoinRequest(
    string CountryCode, PersonDetails Person, string? Email, string Language, string? Words, string? Sender = null);

/// <summary>
/// Anybody may ask. The answer is the same whether the address is known to the organization or not, and never says who
/// administers it; the request goes to the administrators, who know their people. Nobody verifies the address, so each sender has
/// only so many waiting, and those of the busiest give way: no number of strangers keeps a colleague out.
/// </summary>
internal sealed class AskToJoin(
    IDbContextFactory<ConsoleDbContext> contexts, IOptions<MembersOptions> options, EmailLimits limits, TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(AskToJoinRequest request, CancellationToken ct)
    {
        if (EmailAddress.TryParse(request.Email) is not { } email) return EmailAddress.WhyNot(request.Email) ?? MemberErrors.InvalidEmail;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.AdministeredNpposOf(request.CountryCode.ToUpperInvariant()).AsNoTracking().SingleOrDefaultAsync(ct) is not { } nppo)
            return AccessErrors.NotFound;
        if (nppo.Status == NppoStatus.Suspended) return MemberErrors.OrganizationSuspended;

        // Of known and unknown addresses alike: the answer tells nobody who is a member.
        if (!await limits.AllowCauserAsync(EmailCause.JoinRequest, request.Sender, ct)) return MemberErrors.TooManyRequests;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var members = db.Set<Member>().Where(m => m.NppoId == nppo.Id);
        var waiting = await members.Where(m => m.Status == MemberStatus.JoinRequested).OrderBy(m => m.StatusSince).ThenBy(m => m.Id)
            .ToListAsync(ct);
        if (request.Sender is { } sender && waiting.Count(m => m.SentFrom == sender) >= options.Value.WaitingPerSender)
            return MemberErrors.TooManyWaiting;
        if (await members.AnyAsync(m => m.Email == email.Value && m.CurrentKey != null, ct)) return nppo.Id;

        var now = time.GetUtcNow().UtcDateTime;
        var tell = await limits.AllowAsync(db, EmailCause.JoinRequest, nppo.Id.ToString(), [], ct);
        var asked = Member.AskToJoin(nppo.Id, request.Person, email, request.Language, request.Words, now, request.Sender, tell);
        if (asked.Error is { } refusal) return refusal;
        MakeRoom(waiting, now);
        db.Add(asked.Value);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            // Sent twice at the same moment: the first one stands.
        }

        return nppo.Id;
    }

    private void MakeRoom(List<Member> waiting, DateTime now)
    {
        while (waiting.Count >= options.Value.WaitingRequests)
        {
            var surplus = waiting.GroupBy(m => m.SentFrom).MaxBy(same => same.Count())!.First();
            surplus.MakeRoom(now);
            waiting.Remove(surplus);
        }
    }
}
