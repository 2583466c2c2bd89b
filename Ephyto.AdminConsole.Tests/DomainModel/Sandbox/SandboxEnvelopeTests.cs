using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Tests.DomainModel.Sandbox;

/// <summary>When a partner of the sandbox has an envelope to answer, and when it has none any more.</summary>
public sealed class SandboxEnvelopeTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_partner_answers_what_waits_for_it()
    {
        var envelope = Sent();

        envelope.LetPartnerAnswer(Now + SandboxPartner.Pause);

        Assert.Equal(Now + SandboxPartner.Pause, envelope.PartnerAnswersAt);
    }

    [Fact]
    public void Whatever_ends_it_ends_the_waiting_for_the_partner()
    {
        Action<SandboxEnvelope>[] ends =
        [
            envelope => envelope.Acknowledge(TrackingState.Delivered, null, Now),
            envelope => envelope.Refuse("No", Now),
            envelope => envelope.Forward(new("AGENCY", "1"), isInstead: true, Now),
        ];
        foreach (var end in ends)
        {
            var envelope = Sent();
            envelope.LetPartnerAnswer(Now + SandboxPartner.Pause);

            end(envelope);
            Assert.Null(envelope.PartnerAnswersAt);

            envelope.LetPartnerAnswer(Now + SandboxPartner.Pause);
            Assert.Null(envelope.PartnerAnswersAt);
        }
    }

    [Fact]
    public void A_copy_for_a_channel_leaves_the_waiting_as_it_is()
    {
        var envelope = Sent();
        envelope.LetPartnerAnswer(Now + SandboxPartner.Pause);

        envelope.Forward(new("CUSTOMS", "1"), isInstead: false, Now);

        Assert.Equal(Now + SandboxPartner.Pause, envelope.PartnerAnswersAt);
    }

    [Fact]
    public void What_is_acknowledged_was_not_fetched_by_that()
    {
        var envelope = Sent();

        Assert.True(envelope.Acknowledge(TrackingState.Delivered, null, Now));
        Assert.Null(envelope.FetchedAt);

        envelope.Fetch(Now.AddMinutes(1));
        envelope.Fetch(Now.AddMinutes(2));
        Assert.Equal(Now.AddMinutes(1), envelope.FetchedAt);
    }

    private static SandboxEnvelope Sent() => SandboxEnvelope.Send(new("KE", "XB", 851, 70, "2026-1"), EnvelopeForm.Text, "<a/>", 4, Now);
}
