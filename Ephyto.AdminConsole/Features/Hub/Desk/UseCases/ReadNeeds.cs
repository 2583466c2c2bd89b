using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Hub.Problems.UseCases;
using Ephyto.AdminConsole.Field.Delivery;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Field.Registrations;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Hub.Desk.UseCases;

/// <param name="Escalated">Registrations with the Secretariat.</param>
/// <param name="EscalatedByAge">Of them, how many were submitted how long ago; only ages that overlap nowhere.</param>
/// <param name="Longest">Those under way for the longest time, the oldest first.</param>
/// <param name="Undelivered">E-mails that no mail server took.</param>
/// <param name="Unreachable">Contact points whose address the last e-mail did not reach.</param>
/// <param name="FewAdministrators">Organizations with fewer than two administrators.</param>
/// <param name="WithoutExchange">Live organizations through whose system nothing is exchanged any more.</param>
/// <param name="Letters">Asked for, and not yet issued.</param>
/// <param name="Problems">Of the installation.</param>
public sealed record DeskNeeds(
    int Escalated, IReadOnlyList<AgeCount> EscalatedByAge, IReadOnlyList<RegistrationRow> Longest, int Undelivered, int Unreachable,
    int FewAdministrators, IReadOnlyList<SilentNppo> WithoutExchange, int Letters, int Problems);

/// <summary>An organization that everybody sees as live and for which nothing is exchanged.</summary>
public sealed record SilentNppo(Guid Id, string CountryCode, string Organization);

public sealed record AgeCount(RegistrationAge Age, int Count);

/// <summary>What needs a person now.</summary>
internal sealed class ReadNeeds(ProblemFinder problems, IOptions<HubOptions> hub, TimeProvider time)
{
    private const int MostShown = 10;

    private static readonly RegistrationAge[] Ages = [RegistrationAge.UpToOneWeek, RegistrationAge.OneToTwoWeeks,
        RegistrationAge.TwoWeeksToOneMonth, RegistrationAge.OverOneMonth];

    public async Task<DeskNeeds> ReadAsync(ConsoleDbContext db)
    {
        var escalated = db.Set<Registration>().AsNoTracking().Where(r => r.Status == RegistrationStatus.Escalated);
        List<AgeCount> ages = [];
        foreach (var age in Ages)
            ages.Add(new(age, await escalated.OfAge(age, time.GetUtcNow().UtcDateTime).CountAsync()));
        return new DeskNeeds(
            await escalated.CountAsync(),
            ages,
            await escalated.OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id).Select(RegistrationRow.Of).Take(MostShown).ToListAsync(),
            await db.Set<OutgoingEmail>().Undelivered().CountAsync(),
            await db.Set<ContactPoint>().Unreachable(db).CountAsync(),
            await db.NpposWithFewAdministrators().CountAsync(),
            [.. (await db.LiveWithoutExchangeAsync(hub.Value.Here, time.GetUtcNow().UtcDateTime, CancellationToken.None))
                .Select(nppo => new SilentNppo(nppo.Id, nppo.CountryCode, nppo.Organization.Name))],
            await db.Set<ParticipationLetter>().CountAsync(letter => letter.Status == LetterStatus.Requested),
            (await problems.FindAsync(db, CancellationToken.None)).Count);
    }
}
