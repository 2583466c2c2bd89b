using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Connections;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <summary>Reads what rules may name.</summary>
internal sealed class PartnersOf(CountryCatalogue countries)
{
    public async Task<KnownPartners> ReadAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var channels = await db.Set<Channel>().Where(c => c.IsOffered).Select(c => c.Code).ToListAsync(ct);
        var connections = await db.Set<Connection>().Select(c => c.Code).ToListAsync(ct);
        return new(channels.ToHashSet(StringComparer.Ordinal),
            connections.Concat(countries.All.Select(country => country.Code)).ToHashSet(StringComparer.Ordinal));
    }
}
