using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Links;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters;

/// <summary>Whether a link still stands for the contact the directory has.</summary>
internal static class LetterLinks
{
    /// <summary>Open or used, in its time, and its holder still in the directory.</summary>
    public static async Task<bool> IsHolderAsync(this ConsoleDbContext db, AccessLink? link, DateTime now, CancellationToken ct) =>
        link is not null && link.RevokedAt is null && link.ExpiresAt > now && await db.IsInDirectoryAsync(link.HolderId, ct);

    // Who may no longer see it by the link reads the country alone, so that two messages are still told apart.
    public static async Task<string?> NameOfRequestAsync(IServiceProvider services, AccessLink link, CancellationToken ct)
    {
        var seen = await services.GetRequiredService<ViewLetterRequest>().HandleAsync(link.Id, ct);
        return seen.IsSuccess ? $"{NameOf(services, seen.Value.Nppo.CountryCode)} · {seen.Value.Nppo.Organization.Name}"
            : await CountryAsync(services,
                db => db.Set<Nppo>().Where(nppo => nppo.Id == link.SubjectId).Select(nppo => nppo.CountryCode).SingleOrDefaultAsync(ct),
                ct);
    }

    public static async Task<string?> NameOfLetterAsync(IServiceProvider services, AccessLink link, CancellationToken ct)
    {
        var seen = await services.GetRequiredService<FetchByLink>().HandleAsync(link.Id, ct);
        return seen.IsSuccess
            ? $"{NameOf(services, seen.Value.Letter.CountryCode)} · {seen.Value.Organization} · {seen.Value.Letter.Number}"
            : await CountryAsync(services,
                db => db.Set<ParticipationLetter>().Where(letter => letter.Id == link.SubjectId).Select(letter => letter.CountryCode)
                    .SingleOrDefaultAsync(ct), ct);
    }

    private static async Task<string?> CountryAsync(IServiceProvider services, Func<ConsoleDbContext, Task<string?>> find,
        CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync(ct);
        return await find(db) is { } country ? NameOf(services, country) : null;
    }

    private static string NameOf(IServiceProvider services, string country) =>
        services.GetRequiredService<CountryCatalogue>().NameOf(country);
}
