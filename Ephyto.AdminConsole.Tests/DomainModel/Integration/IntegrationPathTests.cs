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
        Assert.Equal(IntegrationErrors.NothingReported, _path.Accept(Step, false, Person, Now).Error);
        Assert.True(_path.Report(Step, "Number 1", Person, Now).IsSuccess);
        Assert.True(_path.Report(Step, "Number 2", Person, Now).IsSuccess);
        Assert.True(_path.Accept(Step, false, Person, Now).IsSuccess);

        Assert.Equal((IntegrationStepState.Accepted, "Number 2"), (_path.RecordOf(Step)!.State, _path.RecordOf(Step)!.Evidence));
        Assert.Equal(IntegrationErrors.AcceptedAlready, _path.Accept(Step, false, Person, Now).Error);
        Assert.Equal(IntegrationErrors.AcceptedAlready, _path.Report(Step, "Number 3", Person, Now).Error);
        Assert.Equal(["integration.step-reported", "integration.step-reported", "integration.step-accepted"],
            _path.DomainEvents.Select(happened => happened.Code));
    }

    [Fact]
    public void A_step_is_sent_back_with_words_also_after_it_was_accepted_and_reported_anew()
    {
        Assert.Equal(IntegrationErrors.NothingReported, _path.SendBack(Step, "No", false, Person, Now).Error);
        _path.Report(Step, "Number 1", Person, Now);
        _path.Accept(Step, false, Person, Now);
        Assert.Equal(IntegrationErrors.WordsNeeded, _path.SendBack(Step, " ", false, Person, Now).Error);

        Assert.True(_path.SendBack(Step, "The Hub has no such number.", false, Person, Now).IsSuccess);
        Assert.Equal(IntegrationErrors.NothingReported, _path.SendBack(Step, "Again", false, Person, Now).Error);
        Assert.True(_path.Report(Step, "Number 2", Person, Now).IsSuccess);

        Assert.Equal((IntegrationStepState.Reported, "The Hub has no such number."),
            (_path.RecordOf(Step)!.State, _path.RecordOf(Step)!.Answer));
    }

    [Fact]
    public void A_step_that_ticks_itself_is_reported_only_after_it_was_sent_back()
    {
        Assert.Equal(IntegrationErrors.TicksItself, _path.Report(IntegrationStep.ConnectionSet, "Done", Person, Now).Error);
        Assert.Equal(IntegrationErrors.NothingReported, _path.Accept(IntegrationStep.ConnectionSet, false, Person, Now).Error);

        Assert.True(_path.SendBack(IntegrationStep.ConnectionSet, "Wrong address", true, Person, Now).IsSuccess);
        Assert.True(_path.Report(IntegrationStep.ConnectionSet, "Corrected", Person, Now).IsSuccess);
        Assert.True(_path.Accept(IntegrationStep.ConnectionSet, true, Person, Now).IsSuccess);
    }

    [Theory]
    [InlineData("http://ephyto.example.org")]
    [InlineData("https://localhost/hub")]
    [InlineData("https://127.0.0.1/hub")]
    [InlineData("https://[::1]/hub")]
    [InlineData("https://10.0.0.1/hub")]
    [InlineData("https://intranet/hub")]
    [InlineData("https://user:pass@ephyto.example.org")]
    [InlineData("ephyto.example.org")]
    [InlineData(null)]
    public void The_hub_calls_a_public_https_address_only(string? address) =>
        Assert.Equal(ConnectionErrors.EndpointNeeded, Add(Settings() with { Delivery = DeliveryMode.Push, Endpoint = address }).Error);

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

    private static ConnectionSettings Settings() =>
        ConnectionSettings.Nothing with { Send = true, Receive = true, Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued)] };

    private static Result<Connection> Add(ConnectionSettings settings, int existing = 0) =>
        Connection.Add(Guid.NewGuid(), "LK", existing, settings, Person, Now);
}
