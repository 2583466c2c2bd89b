using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Countries;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Participation.UseCases;

/// <summary>How far a country has come, as everybody may know it.</summary>
public enum ParticipationState
{
    Live,
    Testing,
    Onboarding,
    Suspended,

    /// <summary>A verified registration is open. Who made it and where it stands is nobody else's business.</summary>
    UnderWay,
    NotRegistered,
}

/// <param name="Search">In a country's name, in any language, or its code.</param>
/// <param name="Region">A UN region, as the list of countries names it in English.</param>
internal sealed record ListParticipationRequest(string? Search, string? Region, ParticipationState? State);

/// <param name="Since">In this state, UTC.</param>
/// <param name="Party">How the country stands to the Convention.</param>
/// <param name="Exchanges">
/// Whether ePhytos are sent and received for the country, by its own connection, with GeNS or through another system; of a country that is
/// not live none are.
/// </param>
/// <param name="Through">The connection of another organization that exchanges for the country; null where none does.</param>
public sealed record CountryParticipation(
    Country Country, ParticipationState State, DateTime? Since, Party Party, (bool Sends, bool Receives) Exchanges = default,
    ServedThrough? Through = null)
{
    /// <summary>The system of others by which it exchanges, as its organization named it; null where another way counts.</summary>
    public string? NamedSystem { get; init; }

    /// <summary>Whether it is live, and nothing is exchanged any more through the system of others by which it exchanged.</summary>
    public bool IsSilent { get; init; }

    public bool Sends => Exchanges.Sends;

    public bool Receives => Exchanges.Receives;

    /// <summary>It takes part or is on its way, or may begin: a contracting party, whose official contact point may validate it.</summary>
    public bool CanTakePart => State != ParticipationState.NotRegistered || Party.IsContractingParty;
}

/// <param name="Rows">
/// First the countries that can take part; of them, and of the others, in the order of the reader's language; with a search, the best
/// match first.
/// </param>
public sealed record ParticipationView(IReadOnlyList<CountryParticipation> Rows);

/// <summary>Every country that has a government, with its state: public, and without a person in it.</summary>
internal sealed class ListParticipation(
    IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries, IOptions<HubOptions> hub, TimeProvider time)
{
    public IEnumerable<string> Regions => countries.Regions;

    public async Task<ParticipationView> HandleAsync(ListParticipationRequest request, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var nppos = await db.Set<Nppo>().AsNoTracking().Where(n => n.CurrentCountryCode != null)
            .ToDictionaryAsync(n => n.CountryCode, ct);
        var connections = (await db.Set<Connection>().AsNoTracking().ToListAsync(ct))
            .Where(c => c.IsOf(hub.Value.Here)).ToLookup(c => c.NppoId, c => c.Settings);
        // Anybody can type a country's name into a form: it counts once an address has been verified.
        var underWay = await db.Set<Registration>().AsNoTracking().Where(r => r.OpenCountryCode != null && r.VerifiedAt != null)
            .Select(r => r.CountryCode).ToHashSetAsync(ct);
        var parties = await db.PartiesAsync(ct);
        var served = await db.ServedAsync(hub.Value.Here, time.GetUtcNow().UtcDateTime, ct);
        var all = countries.All.Where(c => c.MayTakePart).ToDictionary(c => c.Code, country =>
        {
            var nppo = nppos.GetValueOrDefault(country.Code);
            List<ConnectionSettings> own = nppo is null ? [] : [.. connections[nppo.Id]];
            var through = served.GetValueOrDefault(country.Code);
            if (through is not null && through.CountsFor(nppo, own)) return Served(country, nppo, parties.Of(country), through);
            return nppo is not null
                ? new CountryParticipation(country, StateOf(nppo.Status), nppo.StatusSince, parties.Of(country), nppo.Exchanges(own))
                {
                    NamedSystem = nppo.ExchangesBy(own)?.Name,
                    IsSilent = ServedThrough.LeavesSilent(nppo, own, through),
                }
                : new CountryParticipation(country, underWay.Contains(country.Code)
                    ? ParticipationState.UnderWay : ParticipationState.NotRegistered, null, parties.Of(country));
        });

        var text = FreeText.Line(request.Search, 100);
        var found = text is null || TypedName.HasLetters(text) ? countries.Search(text) : [];
        return new ParticipationView(
            [.. found.Where(c => string.IsNullOrEmpty(request.Region) || c.Region == request.Region)
                .Select(c => all.GetValueOrDefault(c.Code)).OfType<CountryParticipation>()
                .Where(row => request.State is null || row.State == request.State).OrderByDescending(row => row.CanTakePart)]);
    }

    // It takes part for real, whether it has an organization here or not; only one that the hub has interrupted does not.
    private static CountryParticipation Served(Country country, Nppo? nppo, Party party, ServedThrough through) => new(
        country, ParticipationState.Live,
        // Whichever made it live first: what came to it later changed nothing that everybody sees.
        nppo is { Status: NppoStatus.Live } && nppo.StatusSince < through.ExchangesSince ? nppo.StatusSince : through.ExchangesSince, party,
        (through.Sends, through.Receives), through);

    private static ParticipationState StateOf(NppoStatus status) => status switch
    {
        NppoStatus.Live => ParticipationState.Live,
        NppoStatus.Testing => ParticipationState.Testing,
        NppoStatus.Suspended => ParticipationState.Suspended,
        _ => ParticipationState.Onboarding,
    };
}
