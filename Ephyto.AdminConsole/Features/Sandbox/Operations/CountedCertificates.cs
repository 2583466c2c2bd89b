using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>
/// What ticks a step of the way to live exchange: an envelope that holds a certificate without a severe fault. Some letters sent to
/// oneself show that the way is open, and prove no exchange.
/// </summary>
internal sealed class CountedCertificates(IPhytoCheck check)
{
    public void Count(SandboxContext call, SandboxFirst first, SandboxEnvelope envelope)
    {
        if (call.Done.ContainsKey(first)) return;
        if (Counts(envelope)) call.Done.Add(first, envelope.TrackingNumber);
        else if (first == SandboxFirst.Sent) call.Explain(SandboxReason.CountsForNoStep);
    }

    public bool Counts(SandboxEnvelope envelope) => envelope.Form != EnvelopeForm.Response && envelope.Content is { Length: > 0 } content
        && check.Check(content, null).All(finding => finding.Level != ValidationLevel.Severe);
}
