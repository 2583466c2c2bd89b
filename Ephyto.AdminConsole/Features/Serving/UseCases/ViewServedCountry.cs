using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <param name="Link">As it is now: used or replaced, it still shows how it stands, and opens no act.</param>
/// <param name="Today">The first day that can be named for an end.</param>
/// <param name="Own">The organization of the country; null where it has none.</param>
internal sealed record ServedCountryView(ServingMatter Matter, LinkState Link, DateOnly Today, Nppo? Own)
{
    public ServedCountry Serving => Matter.Serving;

    public bool MayAnswer => Link == LinkState.Open && Serving.State == ServingState.Asked;

    /// <summary>The connection does more than was agreed.</summary>
    public bool MayAgree => Link == LinkState.Open && Matter.AsksMore;

    public bool MayEnd => Link == LinkState.Open && Serving.Serves;

    /// <summary>There is something to do, but by a newer link.</summary>
    public bool NeedsNewLink => Link != LinkState.Open && Serving.IsOpen;
}

/// <summary>What the contact point sees by its link, also after it was used.</summary>
internal sealed class ViewServedCountry(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    /// <returns>
    /// The view, or a refusal where the link has expired, or was made for somebody who is not the contact point any more: who was that
    /// learns nothing by an old link.
    /// </returns>
    public async Task<Result<ServedCountryView>> HandleAsync(Guid linkId, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var link = await db.Set<AccessLink>().AsNoTracking()
            .SingleOrDefaultAsync(l => l.Id == linkId && l.Purpose == LinkPurpose.ServedCountry, ct);
        if (link is null || !await db.IsInDirectoryAsync(link.HolderId, ct)) return LinkErrors.NotUsable;
        if (link.StateAt(now) == LinkState.Expired) return LinkErrors.Expired;
        return await db.Set<ServedCountry>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == link.SubjectId, ct) is { } serving
            ? new ServedCountryView(await db.MatterAsync(serving, ct), link.StateAt(now), DateOnly.FromDateTime(now),
                await db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(n => n.CurrentCountryCode == serving.CountryCode, ct))
            : LinkErrors.NotUsable;
    }
}
