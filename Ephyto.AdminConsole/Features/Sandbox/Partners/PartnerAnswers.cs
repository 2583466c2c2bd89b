using System.Text;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Partners;

/// <summary>What the partners of the sandbox do with an envelope, in the save that brings it to them.</summary>
internal sealed class PartnerAnswers(ServiceSentences text)
{
    public void React(ConsoleDbContext db, SandboxEnvelope envelope, SandboxPartner partner, DateTime now)
    {
        switch (partner.Behavior)
        {
            case PartnerBehavior.AcknowledgesLater:
                envelope.LetPartnerAnswer(now + SandboxPartner.Pause);
                break;
            case PartnerBehavior.NeverAnswers:
                break;
            default:
                Answer(db, envelope, partner, now);
                break;
        }
    }

    /// <summary>At once, or when the pause is over.</summary>
    public void Answer(ConsoleDbContext db, SandboxEnvelope envelope, SandboxPartner partner, DateTime now)
    {
        var (state, words) = partner.Behavior switch
        {
            PartnerBehavior.WarnsOfSomething => (TrackingState.DeliveredWithWarnings, text.Of("PartnerWarns")),
            PartnerBehavior.CannotRead => (TrackingState.DeliveredNotReadable, text.Of("PartnerCannotRead")),
            _ => (TrackingState.Delivered, null),
        };
        if (!envelope.Acknowledge(state, words, now)) return;
        envelope.Fetch(now);
        if (envelope.Form == EnvelopeForm.Response) return;
        if (partner.Behavior == PartnerBehavior.SendsCertificate) Send(db, partner.Code, envelope.From, envelope.FromNppoId, now);
        if (partner.Behavior == PartnerBehavior.SendsBack)
            SendAs(db, new(partner.Code, envelope.From, envelope.CertificateType, envelope.CertificateStatus, envelope.CertificateNumber),
                envelope.Content!, envelope.FromNppoId, now);
    }

    /// <summary>A fresh sample, as somebody of the organization asked for it, or their system by an envelope.</summary>
    public static SandboxEnvelope Send(ConsoleDbContext db, string partner, string to, Guid? nppoId, DateTime now)
    {
        var address = new EnvelopeAddress(partner, to, (int)PhytoType.Phytosanitary, (int)PhytoStatus.Issued,
            SampleCertificate.NewNumber(partner, now));
        return SendAs(db, address, SampleCertificate.Make(address, now), nppoId, now);
    }

    private static SandboxEnvelope SendAs(ConsoleDbContext db, EnvelopeAddress address, string content, Guid? nppoId, DateTime now)
    {
        var sent = SandboxEnvelope.Send(address, EnvelopeForm.Text, content, Encoding.UTF8.GetByteCount(content), now);
        sent.BelongTo(null, nppoId);
        db.Add(sent);
        return sent;
    }
}
