using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <summary>Reads what rules may name.</summary>
internal sealed class PartnersOf(CountryCatalogue countries, IOptions<HubOptions> hub)
{
    // Those that always answer are among the active of GetActiveNppos there, so a rule may name them too.
    private IEnumerable<string> InSandbox => hub.Value.IsProduction ? [] : SandboxPartner.All.Select(partner => partner.Code);

    public async Task<KnownPartners> ReadAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var channels = await db.Set<Channel>().Where(c => c.IsOffered && c.Receive).Select(c => c.Code).ToListAsync(ct);
        var connections = await db.Set<Connection>().Select(c => c.Code).ToListAsync(ct);
        return new(channels.ToHashSet(StringComparer.Ordinal),
            connections.Concat(countries.All.Select(country => country.Code)).Concat(InSandbox).ToHashSet(StringComparer.Ordinal));
    }
}
