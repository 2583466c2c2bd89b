using System.Collections.Concurrent;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>
/// What ticks a step of the way to live exchange: an envelope with a certificate that has no severe fault, and fits the header. Some
/// letters sent to oneself show that the way is open, and prove no exchange. What was found once is not looked for again as long as this
/// process lives: the content of an envelope never changes.
/// </summary>
internal sealed class CountedCertificates(IPhytoCheck check)
{
    private const int MostRemembered = 10_000;
    private readonly ConcurrentDictionary<string, bool> _found = new();

    /// <summary>Whether nothing severe was found, neither in a certificate nor between it and the header of its envelope.</summary>
    public static bool AreSound(IEnumerable<PhytoFinding> findings) => !findings.Any(finding => finding.IsSevere);

    /// <summary>What was found when it came.</summary>
    public void Remember(SandboxEnvelope envelope, bool isSound)
    {
        if (_found.Count >= MostRemembered) _found.Clear();
        _found[envelope.TrackingNumber] = isSound;
    }

    public async Task CountAsync(SandboxContext call, SandboxFirst first, SandboxEnvelope envelope, CancellationToken ct)
    {
        if (!call.Known.Contains(first) && !call.Done.ContainsKey(first) && await CountsAsync(call.Db, envelope, call.Now, ct))
            call.Done.Add(first, envelope.TrackingNumber);
    }

    /// <param name="now">UTC.</param>
    public async Task<bool> CountsAsync(ConsoleDbContext db, SandboxEnvelope envelope, DateTime now, CancellationToken ct)
    {
        if (envelope.Form == EnvelopeForm.Response || envelope.Content is not { Length: > 0 } content) return false;
        if (!_found.ContainsKey(envelope.TrackingNumber))
        {
            var address = AddressOf(envelope);
            Remember(envelope, AreSound(await db.WithoutServedAsync(check.Check(content, address), address, now, ct)));
        }

        return _found.TryGetValue(envelope.TrackingNumber, out var isSound) && isSound;
    }

    private static EnvelopeAddress AddressOf(SandboxEnvelope envelope) => new(
        envelope.From, envelope.To, envelope.CertificateType, envelope.CertificateStatus, envelope.CertificateNumber);
}
