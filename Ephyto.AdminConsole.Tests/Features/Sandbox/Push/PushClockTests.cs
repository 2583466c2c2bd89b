using Ephyto.AdminConsole.Features.Sandbox.Partners;
using Ephyto.AdminConsole.Features.Sandbox.Push;
using Ephyto.AdminConsole.Features.Sandbox.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Push;

/// <summary>What is handed to connections that receive by push, when, and what is written down about it.</summary>
public abstract class PushClockTests(DatabaseKind kind) : PushWorld(kind)
{
    [Fact]
    public async Task An_envelope_is_handed_over_once_and_waits_for_its_acknowledgement()
    {
        var content = Kenya.CertificateFor(Host, "GH");
        var number = (await Kenya.SendAsync(Host, "GH", content))["hubDeliveryNumber"];
        Assert.Empty(Members.All);
        var mark = Host.Get<ILiveEvents>().Mark();

        await RunAsync();
        await RunAsync();

        Assert.Equal<ScriptedMembers.Heard>(
            new("DeliverEnvelope", Address, number, TrackingState.PendingDelivery, content), Assert.Single(Members.All));
        var call = Assert.Single(await CallsAsync());
        Assert.Equal(("DeliverEnvelope", SandboxOutcome.Answered, number), (call.Operation, call.Outcome, call.TrackingNumber));
        Assert.Equal((Ghana.NppoId, "GH", 200), (call.NppoId, call.ConnectionCode, call.HttpStatus));
        Assert.Equal(("<r/>", "<a/>"), (call.Request, call.Answer));
        Assert.Equal((SandboxReason.PushTaken, "PushDelivered"), (call.Explanations[0].Reason, call.Explanations[0].Met));
        foreach (var nppo in new[] { Ghana.NppoId, Kenya.NppoId })
            Assert.True(Host.Get<ILiveEvents>().HasToldSince(mark, [new(SubjectKinds.Sandbox, nppo)]));

        // Being called is no use of a certificate.
        Assert.Equal([SandboxFirst.ConnectionAnswered, SandboxFirst.Received], (await FirstsAsync()).Order());
        Assert.Equal("PendingDelivery", (await TrackAsync(number))["HUBTrackingInfo"]);
        Assert.NotNull(await Host.StoreAsync(db => db.Set<SandboxEnvelope>().Select(envelope => envelope.FetchedAt).SingleAsync()));
        await Ghana.CallAsync(Host, Soap.Numbered("AcknowledgeEnvelopeReceipt", number));
        Assert.Equal("Delivered", (await TrackAsync(number))["HUBTrackingInfo"]);
    }

    [Theory]
    [InlineData(TrackingState.Delivered, SandboxOutcome.Answered, true)]
    [InlineData(TrackingState.DeliveredWithWarnings, SandboxOutcome.Answered, true)]
    [InlineData(TrackingState.DeliveredNotReadable, SandboxOutcome.Answered, true)]
    [InlineData(TrackingState.FailedDelivery, SandboxOutcome.Refused, false)]
    public async Task The_answer_says_what_became_of_it(TrackingState state, SandboxOutcome outcome, bool acknowledged)
    {
        var number = (await Kenya.SendAsync(Host, "GH", Kenya.CertificateFor(Host, "GH")))["hubDeliveryNumber"];
        Members.Answers = _ => Task.FromResult(
            ScriptedMembers.Taken with { Result = PushResult.Acknowledged, State = state, Words = "Look", Code = "PushAcknowledged" });

        await RunAsync();

        var tracked = await TrackAsync(number);
        Assert.Equal(($"{state}", "Look"), (tracked["HUBTrackingInfo"], tracked["hubDeliveryErrorMessage"]));
        Assert.Equal(outcome, Assert.Single(await CallsAsync()).Outcome);
        Assert.Equal(acknowledged, (await FirstsAsync()).Contains(SandboxFirst.Acknowledged));
    }

    [Fact]
    public async Task Whoever_wrote_an_answer_that_does_not_fit_reads_it_at_the_call()
    {
        await Kenya.SendAsync(Host, "GH", Kenya.CertificateFor(Host, "GH"));
        Members.Answers = _ => Task.FromResult(ScriptedMembers.Taken with { Finding = "no From" });

        await RunAsync();

        var call = Assert.Single(await CallsAsync());
        Assert.Equal(SandboxOutcome.Answered, call.Outcome);
        Assert.Equal((SandboxReason.PushAnswerNotByContract, "no From"), (call.Explanations[1].Reason, call.Explanations[1].Detail));
    }

    /// <summary>Its call waits for the same lock as what is written down about the push: none is held while it is called.</summary>
    [Fact]
    public async Task A_member_may_acknowledge_by_a_call_of_its_own_before_it_answers()
    {
        var number = (await Kenya.SendAsync(Host, "GH"))["hubDeliveryNumber"];
        Members.Answers = async heard =>
        {
            await Ghana.CallAsync(Host, Soap.Numbered("AcknowledgeEnvelopeReceipt", heard.Number)).WaitAsync(Patience.Usual);
            return ScriptedMembers.Taken with { Result = PushResult.Acknowledged, State = TrackingState.DeliveredNotReadable };
        };

        await RunAsync();

        Assert.Equal("Delivered", (await TrackAsync(number))["HUBTrackingInfo"]);
        Assert.Equal(SandboxOutcome.Answered, Assert.Single(await CallsAsync()).Outcome);
        // It has what it acknowledged.
        Assert.Empty(await Host.StoreAsync(db => db.Set<SandboxCall>().Where(call => call.Operation == "AcknowledgeEnvelopeReceipt")
            .Select(call => call.Explanations).SingleAsync()));
        Assert.NotNull(await Host.StoreAsync(db => db.Set<SandboxEnvelope>().Select(envelope => envelope.FetchedAt).SingleAsync()));
    }

    [Fact]
    public async Task An_address_that_takes_nothing_is_left_in_peace_and_called_again_until_it_is_given_up()
    {
        Members.Answers = _ => Task.FromResult(ScriptedMembers.Away);
        var number = (await Kenya.SendAsync(Host, "GH"))["hubDeliveryNumber"];

        await RunAsync();
        Host.Time.Advance(TimeSpan.FromSeconds(30));
        await RunAsync();
        Assert.Single(Members.All);
        var call = Assert.Single(await CallsAsync());
        Assert.Equal((SandboxOutcome.Failed, 0), (call.Outcome, call.HttpStatus));
        Assert.Equal((SandboxReason.PushNotTaken, "1/10", "TimedOut"),
            (call.Explanations[0].Reason, call.Explanations[0].Detail, call.Explanations[0].Met));
        Assert.Equal(["30"], call.Explanations[0].Arguments!);

        for (var again = 1; again < PushSchedule.MostAttempts; again++)
        {
            Host.Time.Advance(TimeSpan.FromHours(27));
            await RunAsync();
        }

        Assert.Equal(PushSchedule.MostAttempts, Members.All.Count);
        Assert.Equal(SandboxReason.PushGivenUp, (await CallsAsync())[^1].Explanations[0].Reason);
        Assert.Equal(0, await WaitingAsync());
        // It never left the list of what can be fetched.
        Assert.Equal(number, (await Ghana.CallAsync(Host, Soap.Empty("PULLImportEnvelope")))["hubDeliveryNumber"]);
    }

    [Fact]
    public async Task Of_many_that_wait_for_a_dead_address_one_is_tried_and_when_it_is_back_all_arrive()
    {
        Members.Answers = _ => Task.FromResult(ScriptedMembers.Away);
        for (var each = 0; each < 6; each++) await Kenya.SendAsync(Host, "GH", number: $"{each}");
        await RunAsync();
        Assert.Single(Members.All);

        Members.Answers = _ => Task.FromResult(ScriptedMembers.Taken);
        Host.Time.Advance(AboveAMinute);
        await RunAsync();
        // A run takes five of an address.
        Assert.Equal(6, Members.All.Count);
        await RunAsync();

        Assert.Equal(7, Members.All.Count);
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task What_was_fetched_and_acknowledged_meanwhile_is_not_pushed_any_more()
    {
        Members.Answers = _ => Task.FromResult(ScriptedMembers.Away);
        var number = (await Kenya.SendAsync(Host, "GH"))["hubDeliveryNumber"];
        await RunAsync();
        await Ghana.CallAsync(Host, Soap.Numbered("AcknowledgeEnvelopeReceipt", number));

        Host.Time.Advance(AboveAMinute);
        await RunAsync();

        Assert.Single(Members.All);
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task Two_that_look_at_the_same_moment_call_once()
    {
        await Kenya.SendAsync(Host, "GH");

        await Task.WhenAll(RunAsync(), RunAsync(), RunAsync());

        Assert.Single(Members.All);
    }

    [Fact]
    public async Task Who_dies_while_calling_leaves_it_to_be_called_again()
    {
        await Kenya.SendAsync(Host, "GH");
        Members.Answers = _ => throw new InvalidOperationException("killed");
        await Assert.ThrowsAsync<InvalidOperationException>(RunAsync);
        Members.Answers = _ => Task.FromResult(ScriptedMembers.Taken);
        await RunAsync();
        Assert.Single(Members.All);

        Host.Time.Advance(PushClock.Reserved);
        await RunAsync();

        Assert.Equal(2, Members.All.Count);
        Assert.Equal(0, await WaitingAsync());
    }

    [Theory]
    [InlineData("KE", TrackingState.DeliveredWithWarnings)]
    [InlineData("XB", TrackingState.Delivered)]
    public async Task Who_receives_by_push_is_told_what_became_of_what_it_sent(string to, TrackingState state)
    {
        var number = (await Ghana.SendAsync(Host, to))["hubDeliveryNumber"];
        await RunAsync();
        Assert.Empty(Members.All);
        await Kenya.CallAsync(Host, Soap.Numbered(
            "AdvancedAcknowledgeEnvelopeReceipt", number, "<e:warningMessage>Look</e:warningMessage>"));
        Host.Time.Advance(SandboxPartner.Pause);
        await Host.Get<PartnerClock>().AnswerAsync(default);

        await RunAsync();
        await RunAsync();

        Assert.Equal<ScriptedMembers.Heard>(new("SetTrackingInfoUpdate", Address, number, state, null), Assert.Single(Members.All));
        var call = Assert.Single(await CallsAsync());
        Assert.Equal(("SetTrackingInfoUpdate", SandboxOutcome.Answered, Ghana.NppoId), (call.Operation, call.Outcome, call.NppoId));
        // To be told is not to receive.
        Assert.DoesNotContain(SandboxFirst.Received, await FirstsAsync());
    }

    [Fact]
    public async Task A_sample_that_somebody_asked_for_goes_by_push()
    {
        var officer = await Host.ActiveMemberAsync(Ghana.NppoId, NppoRole.Administrator, "officer@example.org");
        var asked = await Host.Get<AskForSample>().HandleAsync(new(Ghana.NppoId, "GH"), officer, default);

        await RunAsync();

        var heard = Assert.Single(Members.All);
        Assert.Equal(asked.Value, heard.Number);
        Assert.Contains("SPSCertificate", heard.Content!, StringComparison.Ordinal);
    }
}

public sealed class PushClockOnSqliteTests() : PushClockTests(DatabaseKind.Sqlite);

public sealed class PushClockOnPostgreSqlTests() : PushClockTests(DatabaseKind.PostgreSql);
