using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Tests.Features.People.Members;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Integration;

/// <summary>From the confirmation to live exchange.</summary>
public abstract class IntegrationTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private static readonly ConnectionSettings Both =
        ConnectionSettings.Nothing with { Send = true, Receive = true, Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued)] };

    private static readonly IntegrationStep[] Reported =
        [.. IntegrationSteps.Of(ExchangeSystem.NationalSystem).Intersect(IntegrationSteps.Reported)];

    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _hub = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _hub = await Host.AppointAsync(HubRole.HubAdministrator);
    }

    [Fact]
    public async Task Steps_that_the_console_sees_tick_themselves()
    {
        Assert.Equal(0, (await ProgressAsync()).Done);

        foreach (var item in (await Host.Get<ListDocuments>().HandleAsync(new(_nppo), _boss, default)).Value.Items)
            await Host.Get<NoteReading>().HandleAsync(new(_nppo, item.Document.Id), _boss, default);
        await SaveAsync(null, 0, Both);

        var steps = (await ProgressAsync()).Steps.Where(step => step.IsDone).ToList();
        Assert.Equal([IntegrationStep.DocumentsRead, IntegrationStep.ConnectionSet], steps.Select(step => step.Step));
        Assert.All(steps, step => Assert.Equal(Host.Now(), step.Seen));
    }

    [Fact]
    public async Task One_document_alone_is_not_enough_and_a_connection_that_exchanges_nothing_neither()
    {
        var guide = (await Host.Get<ListDocuments>().HandleAsync(new(_nppo), _boss, default)).Value.Items
            .First(item => item.Document.ShippedAs == "integration-guide.fr");
        await Host.Get<NoteReading>().HandleAsync(new(_nppo, guide.Document.Id), _boss, default);
        await SaveAsync(null, 0, ConnectionSettings.Nothing);

        Assert.Equal(0, (await ProgressAsync()).Done);
    }

    [Fact]
    public async Task The_gate_opens_when_every_step_is_done_and_the_public_list_follows()
    {
        Assert.Equal(IntegrationErrors.GateClosed, (await AdvanceAsync()).Error);
        await AcceptAsync(IntegrationSteps.ForTesting(ExchangeSystem.NationalSystem));
        Assert.True((await AdvanceAsync()).IsSuccess);
        Assert.Equal(ParticipationState.Testing, await StateAsync());
        Assert.Equal(IntegrationErrors.GateClosed, (await AdvanceAsync()).Error);
        foreach (var step in Reported) Assert.True((await ReportAsync(step, "Number 1")).IsSuccess);
        Assert.Equal(IntegrationErrors.GateClosed, (await AdvanceAsync()).Error);
        await AcceptAsync(Reported);

        // Two officers agree to testing; the second press does not set it live.
        Assert.Equal(AccessErrors.ChangedMeanwhile, (await AdvanceAsync(NppoStatus.Onboarding)).Error);
        Assert.Equal(ParticipationState.Testing, await StateAsync());
        Assert.True((await AdvanceAsync()).IsSuccess);

        Assert.Equal(ParticipationState.Live, await StateAsync());
        Assert.Equal(IntegrationErrors.NotPossibleNow, (await AdvanceAsync()).Error);
        Assert.Equal("boss@example.org", Assert.Single(await Host.EmailsAsync("nppo.testing-started")).To);
        Assert.Equal("boss@example.org", Assert.Single(await Host.EmailsAsync("nppo.went-live")).To);
        Assert.Equal((1, 1), (await Host.Get<CountOverTime>().HandleAsync(default))[^1] is var month
            ? (month.Registered, month.Live) : default);

        // The organization itself says since when it is a member.
        await Host.StoreAsync(db => db.Set<Nppo>()
            .ExecuteUpdateAsync(set => set.SetProperty(nppo => nppo.RegisteredAt, Host.Now().AddMonths(-2))));
        Assert.Equal([0, 1, 1, 1], (await Host.Get<CountOverTime>().HandleAsync(default)).TakeLast(4).Select(each => each.Registered));
    }

    [Fact]
    public async Task What_is_sent_back_is_told_with_the_words_in_the_readers_language()
    {
        await Host.StoreAsync(db => db.Users.Where(u => u.Id == _boss.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, "fr")));
        await ReportAsync(IntegrationStep.FirstSent, "Number 1");

        var seen = await Host.LookAtStepAsync(_nppo, IntegrationStep.FirstSent, _hub);
        var sent = await Host.Get<AnswerStep>().HandleAsync(new(_nppo, seen, false, "The Hub has no such number."), _hub, default);

        Assert.True(sent.IsSuccess);
        var email = Assert.Single(await Host.EmailsAsync("integration.step-sent-back"));
        Assert.Equal("fr", email.Language);
        Assert.Contains("Premier message envoyé", email.Text, StringComparison.Ordinal);
        Assert.Contains("The Hub has no such number.", email.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_taken_back_and_who_was_told_of_it_is_told()
    {
        await ReportAsync(IntegrationStep.FirstSent, "Number 1");
        foreach (var accept in new[] { false, true })
        {
            var shown = await Host.LookAtStepAsync(_nppo, IntegrationStep.FirstSent, _hub);
            Assert.True((await Host.Get<AnswerStep>().HandleAsync(new(_nppo, shown, accept, "No."), _hub, default)).IsSuccess);
            Assert.Equal(AccessErrors.ChangedMeanwhile,
                (await Host.Get<TakeBackAnswer>().HandleAsync(new(_nppo, shown), _hub, default)).Error);

            var answered = await Host.LookAtStepAsync(_nppo, IntegrationStep.FirstSent, _hub);
            Assert.True((await Host.Get<TakeBackAnswer>().HandleAsync(new(_nppo, answered), _hub, default)).IsSuccess);

            var step = await Host.LookAtStepAsync(_nppo, IntegrationStep.FirstSent, _hub);
            Assert.Equal((IntegrationStepState.Reported, "Number 1", null),
                (step.Record!.State, step.Record.Evidence, step.Record.Answer));
            Assert.Equal(IntegrationErrors.NothingAnswered,
                (await Host.Get<TakeBackAnswer>().HandleAsync(new(_nppo, step), _hub, default)).Error);
        }

        // In live exchange nothing is decided by it any more.
        var last = await Host.LookAtStepAsync(_nppo, IntegrationStep.FirstSent, _hub);
        Assert.True((await Host.Get<AnswerStep>().HandleAsync(new(_nppo, last, true, null), _hub, default)).IsSuccess);
        await Host.StoreAsync(async db =>
        {
            var nppo = await db.Set<Nppo>().SingleAsync(one => one.Id == _nppo);
            nppo.StartTesting(Actor.System, Host.Now());
            nppo.GoLive(Actor.System, Host.Now());
            return await db.SaveChangesAsync();
        });
        var accepted = await Host.LookAtStepAsync(_nppo, IntegrationStep.FirstSent, _hub);
        Assert.Equal(
            IntegrationErrors.NotPossibleNow, (await Host.Get<TakeBackAnswer>().HandleAsync(new(_nppo, accepted), _hub, default)).Error);

        // One that was sent back by mistake would stand there for ever.
        Assert.True((await Host.Get<AnswerStep>().HandleAsync(new(_nppo, accepted, false, "No."), _hub, default)).IsSuccess);
        var back = await Host.LookAtStepAsync(_nppo, IntegrationStep.FirstSent, _hub);
        Assert.True((await Host.Get<TakeBackAnswer>().HandleAsync(new(_nppo, back), _hub, default)).IsSuccess);

        // Of an acceptance there was no e-mail either.
        Assert.Equal(["boss@example.org", "boss@example.org"],
            (await Host.EmailsAsync("integration.answer-taken-back")).Select(email => email.To));
    }

    [Fact]
    public async Task A_judgement_and_a_report_are_about_what_the_page_showed()
    {
        await ReportAsync(IntegrationStep.FirstSent, "Number 1");
        var shown = await Host.LookAtStepAsync(_nppo, IntegrationStep.FirstSent, _hub);
        await ReportAsync(IntegrationStep.FirstSent, "Number 2");

        foreach (var accept in new[] { true, false })
            Assert.Equal(AccessErrors.ChangedMeanwhile,
                (await Host.Get<AnswerStep>().HandleAsync(new(_nppo, shown, accept, "No."), _hub, default)).Error);
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<ReportStep>().HandleAsync(new(_nppo, shown, "Number 3"), _boss, default)).Error);

        Assert.Equal("Number 2", (await Host.LookAtStepAsync(_nppo, IntegrationStep.FirstSent, _hub)).Record!.Evidence);
    }

    [Fact]
    public async Task A_connection_says_in_public_whether_a_live_country_sends_and_receives()
    {
        await SaveAsync(null, 0, Both with { Receive = false });
        var before = await RowAsync();
        await Host.StoreAsync(db => db.Set<Nppo>().ExecuteUpdateAsync(set => set.SetProperty(n => n.Status, NppoStatus.Live)));

        Assert.Equal((false, false), (before.Sends, before.Receives));
        Assert.Equal((true, false), await RowAsync() is var row ? (row.Sends, row.Receives) : default);
    }

    [Fact]
    public async Task Two_who_change_a_connection_at_the_same_instant_are_told_apart_and_two_new_ones_get_two_codes()
    {
        var first = (await SaveAsync(null, 0, Both)).Value;
        var version = (await ViewAsync())[0].Version;

        var changes = await Task.WhenAll(Task.Run(() => SaveAsync(first, version, Both with { Send = false })),
            Task.Run(() => SaveAsync(first, version, Both with { Receive = false })));
        Assert.Equal(AccessErrors.ChangedMeanwhile, Assert.Single(changes, change => !change.IsSuccess).Error);
        await Task.WhenAll(Task.Run(() => SaveAsync(null, 0, Both)), Task.Run(() => SaveAsync(null, 0, Both)));

        Assert.Equal(["CI", "CI2", "CI3"], (await ViewAsync()).Select(connection => connection.Code));
    }

    private async Task AcceptAsync(IEnumerable<IntegrationStep> steps)
    {
        // The hub may send back what the console does not see, so a report stands for what another part would see.
        await Host.StoreAsync(async db =>
        {
            var path = await db.Set<IntegrationPath>().SingleOrDefaultAsync(p => p.Id == _nppo);
            if (path is null) db.Add(path = IntegrationPath.Of(_nppo));
            foreach (var step in steps) Assert.True(path.Accept(step, Host.Now(), _hub.Id, Host.Now()).IsSuccess);
            return await db.SaveChangesAsync();
        });
    }

    private async Task<NppoProgress> ProgressAsync() =>
        (await Host.Get<ViewIntegration>().HandleAsync(_nppo, _boss, default)).Value.Progress;

    private async Task<IReadOnlyList<Connection>> ViewAsync() =>
        (await Host.Get<ViewConnections>().HandleAsync(_nppo, _boss, default)).Value.Connections;

    private async Task<Result<Guid>> ReportAsync(IntegrationStep step, string evidence) =>
        await Host.Get<ReportStep>().HandleAsync(new(_nppo, await Host.LookAtStepAsync(_nppo, step, _boss), evidence), _boss, default);

    private async Task<Result<Guid>> AdvanceAsync(NppoStatus? seen = null)
    {
        var now = SeenStage.Of(await Host.LookAtNppoAsync(_nppo));
        return await Host.Get<AdvanceExchange>().HandleAsync(_nppo, now with { Status = seen ?? now.Status }, _hub, default);
    }

    private Task<Result<Guid>> SaveAsync(Guid? id, int version, ConnectionSettings settings) =>
        Host.Get<SaveConnection>().HandleAsync(new(_nppo, id, version, settings), _boss, default);

    private async Task<CountryParticipation> RowAsync() =>
        (await Host.Get<ListParticipation>().HandleAsync(new("CI", null, null), default)).Rows.First(row => row.Country.Code == "CI");

    private async Task<ParticipationState> StateAsync() => (await RowAsync()).State;
}

public sealed class IntegrationOnSqlite() : IntegrationTests(DatabaseKind.Sqlite);

public sealed class IntegrationOnPostgreSql() : IntegrationTests(DatabaseKind.PostgreSql);
