using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

/// <summary>Whatever two administrators do to each other, or themselves, at the same moment: one of them remains.</summary>
public abstract class LastAdministratorTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const int Rounds = 20;

    [Fact]
    public async Task Of_two_administrators_who_act_at_the_same_moment_one_remains()
    {
        var nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        var first = await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "first@example.org");
        var second = await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "second@example.org");
        for (var round = 0; round < Rounds; round++)
        {
            var (a, b) = (await Host.SeenAsync(nppo, first), await Host.SeenAsync(nppo, second));

            var outcomes = await Task.WhenAll(
                Task.Run(() => ActAsync(round, nppo, b, first)),
                Task.Run(() => ActAsync(round, nppo, a, second)));

            Assert.Single(outcomes, outcome => outcome.IsSuccess);
            Assert.Equal(1, await Host.StoreAsync(db => db.Set<Member>().CountAsync(
                m => m.NppoId == nppo && m.Role == NppoRole.Administrator && m.Status == MemberStatus.Active)));
            await RestoreAsync(nppo, first, second);
        }
    }

    private Task<Result<MemberStatus>> ActAsync(int round, Guid nppo, SeenMember other, Actor actor) => (round % 4) switch
    {
        0 => Host.Get<ChangeRole>().HandleAsync(new(other, NppoRole.Viewer, null), actor, CancellationToken.None),
        1 => Host.Get<SuspendMember>().HandleAsync(new(other, "Now"), actor, CancellationToken.None),
        2 => Host.Get<LeaveNppo>().HandleAsync(nppo, actor, CancellationToken.None),
        _ => Host.Get<RemoveMember>().HandleAsync(new(other, "Now"), actor, CancellationToken.None),
    };

    // Straight in the store, so that also who left or was removed is back for the next round.
    private Task<int> RestoreAsync(Guid nppo, Actor first, Actor second) => Host.StoreAsync(db => db.Set<Member>()
        .Where(m => m.NppoId == nppo && (m.UserId == first.Id || m.UserId == second.Id))
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MemberStatus.Active).SetProperty(m => m.Role, NppoRole.Administrator)
            .SetProperty(m => m.SuspensionReason, (SuspensionReason?)null)));
}

public sealed class LastAdministratorOnSqlite() : LastAdministratorTests(DatabaseKind.Sqlite);

public sealed class LastAdministratorOnPostgreSql() : LastAdministratorTests(DatabaseKind.PostgreSql);
