using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Members.UseCases;

internal sealed record AskToJoinRequest(string CountryCode, PersonDetails Person, string? Email, string Language, string? Words);

/// <summary>
/// Anybody may ask. The answer is the same whether the address is known to the organisation or not, and never says who
/// administers it; the request goes to the administrators, who know their people.
/// </summary>
internal sealed class AskToJoin(IDbContextFactory<ConsoleDbContext> contexts, IOptions<MembersOptions> options, TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(AskToJoinRequest request, CancellationToken ct)
    {
        if (EmailAddress.TryParse(request.Email) is not { } email) return MemberErrors.InvalidEmail;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FindJoinableAsync(db, request.CountryCode, ct) is not { } nppo) return AccessErrors.NotFound;
        if (nppo.Status == NppoStatus.Suspended) return MemberErrors.OrganizationSuspended;

        var members = db.Set<Member>().Where(m => m.NppoId == nppo.Id);
        if (await members.AnyAsync(m => m.Email == email.Value && m.CurrentKey != null, ct)) return nppo.Id;
        if (await members.CountAsync(m => m.Status == MemberStatus.JoinRequested, ct) >= options.Value.WaitingRequests) return MemberErrors.TooManyRequests;

        var asked = Member.AskToJoin(nppo.Id, request.Person, email, request.Language, request.Words, time.GetUtcNow().UtcDateTime);
        if (asked.Error is { } refusal) return refusal;
        db.Add(asked.Value);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            // Sent twice at the same moment: the first one stands.
        }

        return nppo.Id;
    }

    /// <returns>The country's NPPO, if it has an administrator who could answer, at least once a suspension has ended.</returns>
    public static Task<Nppo?> FindJoinableAsync(ConsoleDbContext db, string countryCode, CancellationToken ct)
    {
        var country = countryCode.ToUpperInvariant();
        return db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(
            n => n.CurrentCountryCode == country
                && db.Set<Member>().Any(m => m.NppoId == n.Id && m.Role == NppoRole.Administrator && m.Status == MemberStatus.Active), ct);
    }
}
