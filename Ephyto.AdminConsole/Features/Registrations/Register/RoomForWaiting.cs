using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>
/// Keeps few the registrations that wait for verification. Nobody can fill the places of a country so that others are refused: a new
/// registration always finds one, and who has taken most of them loses the oldest. To an address each sender has places of its own,
/// for anybody can type it. Only the sender who leaves many waiting is refused.
/// </summary>
internal sealed class RoomForWaiting(IOptions<RegisterOptions> options, RegistrationPolicy policy)
{
    /// <summary>Ends what has to give way, in the save under way.</summary>
    /// <returns>The refusal, where the sender has left too many.</returns>
    public async Task<DomainError?> MakeAsync(ConsoleDbContext db, string countryCode, string email, string? sender, DateTime now,
        CancellationToken ct)
    {
        // Also those that ended unverified: else whoever withdraws them goes on without an end.
        var since = now - policy.VerifyWithin;
        if (sender is not null
            && await db.Set<Registration>()
                .CountAsync(r => r.SentFrom == sender && r.SubmittedAt > since, ct) >= options.Value.WaitingPerSender)
            return RegisterErrors.TooManyWaiting;

        // How many there are to an address of all senders, EmailLimits bounds.
        var toAddress = sender is null ? [] : await db.Set<Registration>()
            .Where(r => r.Status == RegistrationStatus.Submitted && r.Representative.Email == email && r.SentFrom == sender)
            .OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id).ToListAsync(ct);
        foreach (var surplus in toAddress.Take(toAddress.Count + 1 - options.Value.WaitingPerEmail)) surplus.MakeRoom(now);

        var ofCountry = (await db.WaitingAsync(countryCode, ct)).FindAll(r => r.IsUnverified);
        while (ofCountry.Count >= options.Value.WaitingPerCountry)
        {
            var surplus = OfBusiestSender(ofCountry);
            surplus.MakeRoom(now);
            ofCountry.Remove(surplus);
        }

        return null;
    }

    // What officers start has no sender and stays to the end.
    private static Registration OfBusiestSender(List<Registration> waiting) =>
        waiting.GroupBy(r => r.SentFrom).OrderBy(same => same.Key is null).ThenByDescending(same => same.Count()).First().First();
}
