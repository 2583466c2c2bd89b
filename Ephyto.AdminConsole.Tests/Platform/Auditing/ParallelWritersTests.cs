using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Tests.Features.People.Members;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Platform.Auditing;

public sealed class ParallelWritersOnSqlite() : ParallelWritersTests(DatabaseKind.Sqlite);

public sealed class ParallelWritersOnPostgreSql() : ParallelWritersTests(DatabaseKind.PostgreSql);

/// <summary>Two nodes on one store, with many people acting at the same moment: nobody is thrown out, and the chain has no gap.</summary>
public abstract class ParallelWritersTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const int People = 24;
    private ConsoleHost? _second;

    private ConsoleHost Second => _second!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var database = Host.Get<IOptions<DatabaseOptions>>().Value;
        _second = await ConsoleHost.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Database:Provider"] = database.Provider.ToString(),
            ["Database:ConnectionString"] = database.ConnectionString,
            ["Storage:DataDirectory"] = Host.DataDirectory,
        });
    }

    public override async ValueTask DisposeAsync()
    {
        if (_second is not null) await _second.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Many_acts_on_two_nodes_make_one_chain()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var boss = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org");
        var before = (await Host.VerifyAsync()).Entries;

        var invited = await Task.WhenAll(
            Enumerable.Range(0, People).Select(number => Task.Run(() => (number % 2 == 0 ? Host : Second).Get<InviteMember>()
            .HandleAsync(new InviteMemberRequest(nppo.Id, $"colleague{number}@example.org", NppoRole.Viewer, "en"), boss,
                CancellationToken.None))));

        Assert.All(invited, result => Assert.True(result.IsSuccess, result.Error?.Sentence));
        await ShouldHoldAsync(before + People);
    }

    [Fact]
    public async Task Of_many_who_change_the_same_thing_on_two_nodes_each_is_answered_with_a_sentence()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var boss = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org");
        var ada = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "ada@example.org");
        var seen = await Host.SeenAsync(nppo.Id, ada);
        var before = (await Host.VerifyAsync()).Entries;

        var changed = await Task.WhenAll(
            Enumerable.Range(0, People).Select(number => Task.Run(() => (number % 2 == 0 ? Host : Second).Get<ChangeRole>()
            .HandleAsync(new(seen, number % 3 == 0 ? NppoRole.Administrator : NppoRole.Integrator, null), boss, CancellationToken.None))));

        Assert.Single(changed, result => result.IsSuccess);
        Assert.All(changed.Where(result => !result.IsSuccess), result => Assert.Equal(AccessErrors.ChangedMeanwhile, result.Error));
        await ShouldHoldAsync(before + 1);
    }

    /// <summary>The one holds the row of the link and waits for the chain; the other holds the chain and waits for the row.</summary>
    [Fact]
    public async Task A_contact_point_and_the_Secretariat_who_decide_at_the_same_moment_are_both_answered()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        for (var round = 0; round < 6; round++)
        {
            var country = $"A{(char)('A' + round)}";
            var id = await Host.SubmittedAsync(country, Given.Awa with { Email = $"{country}@example.org" });
            Host.Time.Advance(TimeSpan.FromDays(15));
            Second.Time.SetUtcNow(Host.Time.GetUtcNow());
            await Host.CallAsync<AdvanceRegistrations, int>(use => use.HandleAsync(CancellationToken.None));
            var link = await Host.StoreAsync(db => db.Set<AccessLink>()
                .Where(l => l.SubjectId == id && l.Purpose == LinkPurpose.ContactPointDecision).OrderByDescending(l => l.Id).FirstAsync());
            var version = await Host.StoreAsync(db => db.Set<Registration>()
                .Where(r => r.Id == id && r.Status == RegistrationStatus.Escalated).Select(r => r.Version).SingleAsync());

            var answers = await Task.WhenAll(
                Task.Run(() =>
                    Host.CallAsync<ConfirmRegistration, Result<RegistrationStatus>>(
                        use => use.HandleAsync(new(link.Id, null), CancellationToken.None))),
                Task.Run(() =>
                    Second.CallAsync<AskContactPointAgain, Result<RegistrationStatus>>(
                        use => use.HandleAsync(new(id, version), officer, CancellationToken.None))));

            Assert.Single(answers, answer => answer.IsSuccess);
        }

        Assert.Null((await Host.VerifyAsync()).Break);
    }

    private async Task ShouldHoldAsync(long entries)
    {
        var verdict = await Second.VerifyAsync();
        Assert.Null(verdict.Break);
        Assert.Equal((entries, entries), (verdict.Entries, verdict.Head.Sequence));
        Assert.Equal(verdict.Head,
            await Host.StoreAsync(db => db.Set<AuditEntry>().OrderByDescending(e => e.Sequence)
                .Select(e => new AuditHead(e.Sequence, e.Hash)).FirstAsync()));
    }
}
