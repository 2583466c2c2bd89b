using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;

/// <param name="Search">In the name of the organization or of its country, in any language.</param>
/// <param name="Status">Only organizations in this state.</param>
/// <param name="Page">From 1.</param>
/// <param name="FewAdministrators">Only organizations not closed that have fewer than two active administrators.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; by the country's name where it is none.</param>
/// <param name="Size">Rows of a page.</param>
/// <param name="Serving">Only organizations that serve other countries, whose country is served, or for which nothing is exchanged.</param>
internal sealed record ListNpposRequest(
    string? Search, NppoStatus? Status, int Page, bool FewAdministrators = false, string? Sort = null, int Size = Paging.Size,
    NppoServing? Serving = null);

/// <summary>On which side of an agreed serving an organization stands.</summary>
internal enum NppoServing
{
    Serves,
    Served,

    /// <summary>It is live through another system, and nothing is exchanged for it any more.</summary>
    Nothing,
}

/// <param name="Contact">The technical contact, if there is one.</param>
/// <param name="Administrators">Active ones.</param>
/// <param name="LastSignInAt">The latest of any active member.</param>
/// <param name="Serves">The countries that its connections serve, with the agreement of their contact points.</param>
/// <param name="Through">The connection of another organization that serves its country; null where none does.</param>
/// <param name="Asked">The countries that one of its connections is to serve, and whose contact points have not answered yet.</param>
/// <param name="IsSilent">Whether it is live through another system, and nothing is exchanged for it any more.</param>
public sealed record NppoRow(
    Nppo Nppo, Member? Contact, int Administrators, DateTime? LastSignInAt, IReadOnlyList<ServedThrough> Serves, ServedThrough? Through,
    IReadOnlyList<string> Asked, bool IsSilent = false);

/// <param name="MayManage">Whether the reader may suspend, reactivate and close.</param>
internal sealed record NppoList(PageOf<NppoRow> Page, bool MayManage);

/// <summary>Every organization that the hub knows as a member, one page at a time.</summary>
internal sealed class ListNppos(IDbContextFactory<ConsoleDbContext> contexts, NppoFilter filter, NppoRows rows)
{
    public async Task<Result<NppoList>> HandleAsync(ListNpposRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.NpposView, ct) is { } refusal) return refusal;

        var ids = await (await filter.IdsAsync(db, request, ct)).ToPageAsync(request.Page, ct, request.Size);
        var found = await rows.ReadAsync(db, ids.Items, ct);
        return new NppoList(ids.With(found), await db.AllowsOnHubAsync(actor, Permission.NpposManage, ct));
    }
}
