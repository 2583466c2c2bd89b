using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;

namespace Ephyto.AdminConsole.Tests.DomainModel.Integration;

/// <summary>What the organization reports and the hub answers: each state and each act.</summary>
public sealed class IntegrationPathTests
{
    private const IntegrationStep Step = IntegrationStep.FirstSent;
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Person = Guid.NewGuid();
    private readonly IntegrationPath _path = IntegrationPath.Of(Guid.NewGuid());

    [Fact]
    public void A_step_is_reported_with_evidence_and_accepted_once()
    {
        Assert.Equal(IntegrationErrors.EvidenceNeeded, _path.Report(Step, " ", Person, Now).Error);
        Assert.Equal(IntegrationErrors.NothingReported, _path.Accept(Step, null, Person, Now).Error);
        Assert.True(_path.Report(Step, "Number 1", Person, Now).IsSuccess);
        Assert.True(_path.Report(Step, "Number 2", Person, Now).IsSuccess);
        Assert.True(_path.Accept(Step, null, Person, Now).IsSuccess);

        Assert.Equal((IntegrationStepState.Accepted, "Number 2"), (_path.RecordOf(Step)!.State, _path.RecordOf(Step)!.Evidence));
        Assert.Equal(IntegrationErrors.AcceptedAlready, _path.Accept(Step, null, Person, Now).Error);
        Assert.Equal(IntegrationErrors.AcceptedAlready, _path.Report(Step, "Number 3", Person, Now).Error);
        Assert.Equal(["integration.step-reported", "integration.step-reported", "integration.step-accepted"],
            _path.DomainEvents.Select(happened => happened.Code));
    }

    [Fact]
    public void A_step_is_sent_back_with_words_also_after_it_was_accepted_and_reported_anew()
    {
        Assert.Equal(IntegrationErrors.NothingReported, _path.SendBack(Step, "No", null, Person, Now).Error);
        _path.Report(Step, "Number 1", Person, Now);
        _path.Accept(Step, null, Person, Now);
        Assert.Equal(IntegrationErrors.WordsNeeded, _path.SendBack(Step, " ", null, Person, Now).Error);

        Assert.True(_path.SendBack(Step, "The Hub has no such number.", null, Person, Now).IsSuccess);
        Assert.Equal(IntegrationErrors.NothingReported, _path.SendBack(Step, "Again", null, Person, Now).Error);
        Assert.True(_path.Report(Step, "Number 2", Person, Now).IsSuccess);

        Assert.Equal((IntegrationStepState.Reported, "The Hub has no such number."),
            (_path.RecordOf(Step)!.State, _path.RecordOf(Step)!.Answer));
    }

    [Theory]
    [InlineData(true, IntegrationStepState.Accepted)]
    [InlineData(false, IntegrationStepState.SentBack)]
    public void The_hub_takes_its_answer_back_and_what_was_reported_waits_again(bool accept, IntegrationStepState answered)
    {
        Assert.Equal(IntegrationErrors.NothingAnswered, _path.TakeBack(Step, Person, Now).Error);
        _path.Report(Step, "Number 1", Person, Now);
        Assert.Equal(IntegrationErrors.NothingAnswered, _path.TakeBack(Step, Person, Now).Error);
        Assert.True((accept ? _path.Accept(Step, null, Person, Now) : _path.SendBack(Step, "No", null, Person, Now)).IsSuccess);

        Assert.True(_path.TakeBack(Step, Person, Now).IsSuccess);

        Assert.Equal(new StepRecord(Step, IntegrationStepState.Reported, "Number 1", Person, Now, null, null, null), _path.RecordOf(Step));
        Assert.Equal(answered, Assert.IsType<IntegrationAnswerTakenBack>(_path.DomainEvents[^1]).Answer);
        Assert.Equal(EventFact.Term(answered), _path.DomainEvents[^1].Facts["answer"]);
    }

    [Fact]
    public void Of_what_the_console_sees_nothing_is_left_when_the_answer_is_taken_back()
    {
        _path.SendBack(IntegrationStep.ConnectionSet, "Wrong address", Now, Person, Now);

        Assert.True(_path.TakeBack(IntegrationStep.ConnectionSet, Person, Now).IsSuccess);

        Assert.Null(_path.RecordOf(IntegrationStep.ConnectionSet));
    }

    [Fact]
    public void What_was_seen_before_it_was_sent_back_counts_no_more_also_when_something_else_is_accepted()
    {
        var (seen, back, later) = (Now, Now.AddHours(1), Now.AddHours(2));
        _path.SendBack(Step, "Another country.", seen, Person, back);
        Assert.Equal(IntegrationErrors.NothingReported, _path.Accept(Step, seen, Person, later).Error);
        Assert.Equal((true, true, false), Of(seen));
        _path.Report(Step, "By letter", Person, later);
        Assert.Equal((true, true, false), Of(seen));

        Assert.True(_path.Accept(Step, null, Person, later).IsSuccess);

        Assert.Equal((true, false, false), Of(seen));
        Assert.Equal((false, false, true), Of(later));
        // What is seen after that was not looked at.
        Assert.Equal((false, false, false), Of(later.AddHours(1)));
        // Nor does it count again when the acceptance is taken back.
        Assert.True(_path.TakeBack(Step, Person, later).IsSuccess);
        Assert.Equal((true, true, false), Of(seen));
        Assert.True(_path.RecordOf(Step)!.WasSentBack());
    }

    [Fact]
    public void What_is_seen_after_it_was_sent_back_is_judged_anew_and_what_was_typed_before_is_no_proof_of_it()
    {
        var (back, seen, later) = (Now.AddHours(1), Now.AddHours(2), Now.AddHours(3));
        _path.Report(Step, "Number 1", Person, Now);
        _path.SendBack(Step, "No such number.", null, Person, back);
        Assert.Equal(IntegrationErrors.NothingReported, _path.SendBack(Step, "Again", back, Person, later).Error);
        Assert.Equal((false, false, false), Of(seen));

        Assert.True(_path.SendBack(Step, "Nor this one.", seen, Person, later).IsSuccess);
        Assert.Equal((true, true, false), Of(seen));
        Assert.Null(_path.RecordOf(Step)!.Evidence);

        var (next, end) = (later.AddHours(1), later.AddHours(2));
        Assert.True(_path.Accept(Step, next, Person, end).IsSuccess);
        Assert.Equal((false, false, true), Of(next));
        Assert.Equal((null, null), (_path.RecordOf(Step)!.Evidence, _path.RecordOf(Step)!.ReportedAt));
        Assert.True(_path.TakeBack(Step, Person, end).IsSuccess);
        Assert.Equal((IntegrationStepState.Reported, true), (_path.RecordOf(Step)!.State, _path.RecordOf(Step)!.Outweighs(seen)));
    }

    [Fact]
    public void A_record_of_an_earlier_form_holds_in_its_answer_when_it_was_sent_back()
    {
        StepRecord Old(IntegrationStepState state) => new(Step, state, "Number 1", Person, Now, "No.", Person, Now.AddHours(1));

        foreach (var state in new[] { IntegrationStepState.SentBack, IntegrationStepState.Reported })
            Assert.Equal((true, true, false), (Old(state).Outweighs(Now), Old(state).WasSentBack(), Old(state).LetsCount(Now)));
        Assert.Equal((false, false, true), (Old(IntegrationStepState.Accepted).Outweighs(Now),
            Old(IntegrationStepState.Accepted).WasSentBack(), Old(IntegrationStepState.Accepted).LetsCount(Now)));
    }

    [Fact]
    public void A_step_that_ticks_itself_is_reported_only_after_it_was_sent_back()
    {
        Assert.Equal(IntegrationErrors.TicksItself, _path.Report(IntegrationStep.ConnectionSet, "Done", Person, Now).Error);
        Assert.Equal(IntegrationErrors.NothingReported, _path.Accept(IntegrationStep.ConnectionSet, null, Person, Now).Error);

        Assert.True(_path.SendBack(IntegrationStep.ConnectionSet, "Wrong address", Now, Person, Now).IsSuccess);
        Assert.True(_path.Report(IntegrationStep.ConnectionSet, "Corrected", Person, Now).IsSuccess);
        Assert.True(_path.Accept(IntegrationStep.ConnectionSet, Now.AddHours(2), Person, Now).IsSuccess);
    }

    [Theory]
    [InlineData("http://ephyto.example.org", "not-https")]
    [InlineData("https://localhost/hub", "not-public")]
    [InlineData("https://127.0.0.1/hub", "not-public")]
    [InlineData("https://[::1]/hub", "not-public")]
    [InlineData("https://10.0.0.1/hub", "number")]
    [InlineData("https://[2a00:1450::1]/hub", "number")]
    [InlineData("https://intranet/hub", "not-public")]
    [InlineData("https://user:pass@ephyto.example.org", "names-user")]
    [InlineData("ephyto.example.org", "unreadable")]
    [InlineData("https://ephyto example.org", "unreadable")]
    [InlineData(null, "needed")]
    public void The_hub_calls_a_public_https_address_only(string? address, string cause) => Assert.Equal(
        $"connection.endpoint-{cause}", Add(Settings() with { Delivery = DeliveryMode.Push, Endpoint = address }).Error?.Code);

    [Fact]
    public void A_connection_has_the_countrys_code_and_the_next_one_a_number()
    {
        Assert.Equal("LK", Add(Settings()).Value.Code);
        Assert.Equal("LK2", Add(Settings(), existing: 1).Value.Code);
        Assert.Equal(ConnectionErrors.TooMany, Add(Settings(), existing: 9).Error);
    }

    [Fact]
    public void What_is_exchanged_is_named_and_who_fetches_has_no_address()
    {
        Assert.Equal(ConnectionErrors.NothingAllowed, Add(Settings() with { Allowed = [] }).Error);
        Assert.Equal(ConnectionErrors.ChannelNeeded,
            Add(Settings() with { Rules =
                [new(ChannelRuleType.Forward, PhytoType.ReExport, PhytoStatus.Issued, "", ChannelDirection.Outgoing, " ", true)] }).Error);
        Assert.Null(Add(Settings() with { Endpoint = "https://ephyto.example.org" }).Value.Settings.Endpoint);
        Assert.Equal("https://ephyto.example.org/hub",
            Add(Settings() with { Delivery = DeliveryMode.Push, Endpoint = " https://ephyto.example.org/hub " }).Value.Settings.Endpoint);
    }

    private (bool Outweighs, bool WantsAnother, bool LetsCount) Of(DateTime seen) => _path.RecordOf(Step) is { } record
        ? (record.Outweighs(seen), record.WantsAnother(seen), record.LetsCount(seen)) : throw new InvalidOperationException();

    private static ConnectionSettings Settings() =>
        ConnectionSettings.Nothing with { Send = true, Receive = true, Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued)] };

    private static Result<Connection> Add(ConnectionSettings settings, int existing = 0) =>
        Connection.Add(Guid.NewGuid(), "LK", existing, settings, Person, Now);
}
