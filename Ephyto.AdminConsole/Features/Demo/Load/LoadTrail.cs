using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Demo.Load;

/// <summary>
/// The acts of the audit trail: first those that were really done to what was made, then acts on the organizations until there are enough.
/// </summary>
internal static class LoadTrail
{
    public static IEnumerable<DomainEvent> Make(IReadOnlyList<DomainEvent> real,
        IReadOnlyList<(Guid Nppo, Guid Administrator)> organizations, int wanted, DateTime now)
    {
        var further = Math.Max(0, wanted - real.Count);
        return real.Take(wanted)
            .Concat(Enumerable.Range(0, organizations.Count == 0 ? 0 : further)
                .Select(number => Further(organizations, number, now.AddMinutes(number - further))))
            .OrderBy(happened => happened.OccurredAt);
    }

    private static DomainEvent Further(IReadOnlyList<(Guid Nppo, Guid Administrator)> organizations, int number, DateTime at)
    {
        var (nppo, administrator) = organizations[number % organizations.Count];
        return (number % 4) switch
        {
            0 => new NppoSuspended(nppo, Actor.System, at),
            1 => new NppoReactivated(nppo, Actor.System, at),
            2 => new PasskeyAdded(administrator, Actor.User(administrator), at),
            _ => new SecondFactorReset(administrator, nppo, Actor.User(administrator), at),
        };
    }
}
