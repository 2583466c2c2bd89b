using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Links;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Serving;

/// <summary>What tells one link from another.</summary>
internal static class ServingLinks
{
    // Who may no longer see it by the link reads the country alone, so that two messages are still told apart.
    public static async Task<string?> NameAsync(IServiceProvider services, AccessLink link, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync(ct);
        var code = await db.Set<ServedCountry>().Where(one => one.Id == link.SubjectId).Select(one => one.CountryCode)
            .SingleOrDefaultAsync(ct);
        if (code is null) return null;
        var country = services.GetRequiredService<CountryCatalogue>().NameOf(code);
        var seen = await services.GetRequiredService<ViewServedCountry>().HandleAsync(link.Id, ct);
        return seen.IsSuccess ? $"{country} · {seen.Value.Matter.Nppo.Organization.Name}" : country;
    }
}
