using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Registrations;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;

/// <param name="Row">As in the list.</param>
/// <param name="People">Members who are, or may become, active; administrators first.</param>
/// <param name="Registrations">Of the country, the newest first.</param>
/// <param name="Changes">Suspensions, their ends and the end of the membership, the newest first.</param>
/// <param name="MayManage">Whether the reader may suspend, reactivate and close.</param>
public sealed record NppoDossier(
    NppoRow Row, IReadOnlyList<NppoPerson> People, IReadOnlyList<RegistrationRow> Registrations, IReadOnlyList<NppoChangeLine> Changes,
    bool MayManage);

/// <param name="LastSignInAt">Of the account; null where there is none, where it was never used, and for readers who are no
/// administrators.</param>
public sealed record NppoPerson(Member Member, DateTime? LastSignInAt);

/// <param name="Who">The name of the account that decided; null where no person did, or it is gone.</param>
public sealed record NppoChangeLine(NppoChange Change, string? Who);

/// <summary>What the desk knows of one organization.</summary>
internal sealed class ViewNppoDossier(IDbContextFactory<ConsoleDbContext> contexts, NppoRows rows)
{
    private const int MostPeople = 200;
    private const int MostRegistrations = 20;

    public async Task<Result<NppoDossier>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.NpposView, ct) is { } refusal) return refusal;
        if (!await db.Set<Nppo>().AnyAsync(n => n.Id == nppoId, ct)) return AccessErrors.NotFound;

        var row = (await rows.ReadAsync(db, [nppoId], ct)).Single();
        var registrations = await db.Set<Registration>().AsNoTracking().Where(r => r.CountryCode == row.Nppo.CountryCode)
            .OrderByDescending(r => r.SubmittedAt).Take(MostRegistrations).Select(RegistrationRow.Of).ToListAsync(ct);
        var mayManage = await db.AllowsOnHubAsync(actor, Permission.NpposManage, ct);
        return new NppoDossier(row, await PeopleAsync(db, nppoId, mayManage, ct), registrations,
            await ChangesAsync(db, row.Nppo, ct), mayManage);
    }

    private static async Task<IReadOnlyList<NppoChangeLine>> ChangesAsync(ConsoleDbContext db, Nppo nppo, CancellationToken ct)
    {
        var accounts = nppo.Changes.Select(change => change.By).OfType<Guid>().ToList();
        var names = await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        return [.. nppo.Changes.Reverse()
            .Select(change => new NppoChangeLine(change, change.By is { } id ? names.GetValueOrDefault(id) : null))];
    }

    private static async Task<IReadOnlyList<NppoPerson>> PeopleAsync(ConsoleDbContext db, Guid nppoId, bool withSignIns,
        CancellationToken ct)
    {
        MemberStatus[] present = [MemberStatus.Active, MemberStatus.Suspended, MemberStatus.Invited, MemberStatus.JoinRequested];
        var members = await db.Set<Member>().AsNoTracking().Where(m => m.NppoId == nppoId && present.Contains(m.Status))
            .OrderByName().Take(MostPeople).ToListAsync(ct);
        var accounts = withSignIns ? members.Select(m => m.UserId).OfType<Guid>().ToList() : [];
        var signIns = await db.Users.AsNoTracking().Where(u => accounts.Contains(u.Id)).Select(u => new { u.Id, u.LastSignInAt })
            .ToDictionaryAsync(u => u.Id, u => u.LastSignInAt, ct);
        return
        [
            .. members.OrderBy(m => m.Role).ThenBy(m => m.Status)
                .Select(m => new NppoPerson(m, m.UserId is { } id ? signIns.GetValueOrDefault(id) : null)),
        ];
    }
}
