using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Demo.Load;

/// <summary>Invented registrations in every state, each on the way that a real one takes. The same at every run.</summary>
internal sealed class LoadRegistrations(
    CountryCatalogue countries, IReadOnlyDictionary<string, ContactPoint> directory, IReadOnlySet<string> taken, DateTime now)
{
    private const int Days = 1095;
    private const int MostOpen = 40;

    private static readonly RegistrationPolicy Policy = RegistrationPolicy.Default;
    private readonly Country[] _countries = [.. countries.All.OrderBy(country => country.Code, StringComparer.Ordinal)];
    // Not a secret: the same load each time, so that two measurements compare.
#pragma warning disable CA5394
    private readonly Random _random = new(1);

    public IEnumerable<Registration> Make(int count)
    {
        var open = new HashSet<string>(taken, StringComparer.Ordinal);
        for (var number = 0; number < count; number++)
        {
            var country = _countries[_random.Next(_countries.Length)];
            var staysOpen = count - number <= MostOpen && open.Add(country.Code);
            var at = now.AddDays(staysOpen ? -_random.Next(1, 13) : -_random.Next(15, Days)).AddMinutes(-_random.Next(1440));
            yield return MakeOne(country, number, staysOpen, at);
        }
    }

    private Registration MakeOne(Country country, int number, bool staysOpen, DateTime at)
    {
        var name = country.NameIn(Languages.English.Code);
        var registration = Registration.Submit(
            country.Code,
            new OrganizationDetails($"Plant Health Service {number} of {name}", $"Plant Health Service {number} of {name}",
                "1 Garden Street", "", ExchangeSystem.NationalSystem),
            new Representative("", $"Given{number}", $"Family{_random.Next(5000)}", "Inspector", $"load-{number}@example.org", "+000",
                Languages.All[_random.Next(Languages.All.Count)].Code), Policy, at);
        var contact = directory.GetValueOrDefault(country.Code);
        var way = _random.Next(100);
        if (way < 8 && !staysOpen) return Leave(registration, at);

        registration.VerifyEmail(staysOpen && way % 2 == 0 ? null : contact, Policy, at.AddMinutes(20));
        if (staysOpen) return registration;
        var decided = at.AddHours(_random.Next(1, 300));
        if (way < 65 && contact is not null) registration.Confirm(contact, null, Policy, decided);
        else if (way < 80 && contact is not null) registration.Decline(contact, DeclineReason.NotReady, null, decided);
        // Who cannot confirm alone sends it to the Secretariat, which leaves it open.
        return registration.IsOpen ? Leave(registration, decided) : registration;
    }

    private static Registration Leave(Registration registration, DateTime at)
    {
        registration.Withdraw(null, at.AddHours(3));
        return registration;
    }
#pragma warning restore CA5394
}
