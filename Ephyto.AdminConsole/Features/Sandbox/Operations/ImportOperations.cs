using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.Messages;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>What a connection fetches, and what it asks about what it sent.</summary>
internal sealed class ImportOperations(CountedCertificates counted) : ISandboxOperations
{
    /// <summary>Headers of one answer, the oldest first.</summary>
    private const int MostHeaders = 1_000;

    /// <summary>
    /// Envelopes of one answer, and bytes of their contents, the first whole in any case: the rest comes when these are acknowledged.
    /// </summary>
    private const int MostEnvelopes = 50;
    private const int MostBytes = 10 * 1024 * 1024;

    public IReadOnlyDictionary<string, SandboxOperation> Operations => new Dictionary<string, SandboxOperation>
    {
        ["GetImportEnvelopeHeaders"] = request => (call, ct) => ListAsync(call, Fields.Of(request, "countryCode"), ct),
        ["PULLImportEnvelope"] = _ => PullAllAsync,
        ["PULLSingleImportEnvelope"] = request => Fields.OfNumber(request, PullAsync),
        ["GetUnderDeliveryEnvelope"] = _ => UnderDeliveryAsync,
        ["GetEnvelopeTrackingInfo"] = request => Fields.OfNumber(request, TrackAsync),
    };

    /// <summary>What waits for the connection: offered again until it is acknowledged.</summary>
    private static IQueryable<SandboxEnvelope> Waiting(SandboxContext call)
    {
        var code = call.Caller.Code;
        return call.Db.Set<SandboxEnvelope>().Where(e => e.To == code && e.State == TrackingState.PendingDelivery)
            .OrderBy(e => e.SentAt).ThenBy(e => e.Id);
    }

    private static async Task<SandboxReply> ListAsync(SandboxContext call, string? countryCode, CancellationToken ct)
    {
        // Left out or empty, it means all. The contract does not say whose country it is, so that of either side is taken.
        var country = countryCode?.Trim();
        var waiting = string.IsNullOrEmpty(country) ? Waiting(call) : Waiting(call).Where(e => e.From == country || e.To == country);
        var found = await waiting.AsNoTracking().Take(MostHeaders).ToListAsync(ct);
        if (found.Count == 0 && !string.IsNullOrEmpty(country) && country != call.Caller.Code)
            call.Explain(SandboxReason.CountryNotYours, $"{SentValue.Bounded(country)} ≠ {call.Caller.Code}");
        return Headers("GetImportEnvelopeHeadersResult", found);
    }

    private static async Task<SandboxReply> UnderDeliveryAsync(SandboxContext call, CancellationToken ct)
    {
        var code = call.Caller.Code;
        return Headers("GetUnderDeliveryEnvelopeResult", await call.Db.Set<SandboxEnvelope>().AsNoTracking()
            .Where(e => e.From == code && e.State == TrackingState.PendingDelivery).OrderBy(e => e.SentAt).ThenBy(e => e.Id)
            .Take(MostHeaders).ToListAsync(ct));
    }

    private async Task<SandboxReply> PullAllAsync(SandboxContext call, CancellationToken ct)
    {
        var sizes = await Waiting(call).Take(MostEnvelopes).Select(e => new { e.Id, e.ContentBytes }).ToListAsync(ct);
        long total = 0;
        var fit = sizes.TakeWhile((each, index) => (total += each.ContentBytes) <= MostBytes || index == 0)
            .Select(each => each.Id).ToList();
        var envelopes = await Waiting(call).Where(e => fit.Contains(e.Id)).ToListAsync(ct);
        foreach (var envelope in envelopes) await HandAsync(call, envelope, ct);
        call.TrackingNumber = envelopes is [var only] ? only.TrackingNumber : null;
        return SandboxReply.Of(Fields.Result(
            "PULLImportEnvelopesResult",
            envelopes.Select(e => EnvelopeWriter.Write(HubNames.Entities + "Envelope", e, withContent: true))));
    }

    private async Task<SandboxReply> PullAsync(SandboxContext call, string number, CancellationToken ct)
    {
        var found = await call.FindAsync(number, ct);
        if (found is not { } envelope || envelope.To != call.Caller.Code || envelope.State == TrackingState.FailedDelivery)
        {
            call.Explanations.Add(call.WhyUnknown(number, found, asSender: false));
            return SandboxReply.Of();
        }

        await HandAsync(call, envelope, ct);
        return SandboxReply.Of(EnvelopeWriter.Write(HubNames.Service + "PULLSingleImportEnvelopeResult", envelope, withContent: true));
    }

    private static async Task<SandboxReply> TrackAsync(SandboxContext call, string number, CancellationToken ct)
    {
        const string Result = "GetEnvelopeTrackingInfoResult";
        var found = await call.FindAsync(number, ct);
        if (found is { } envelope && envelope.IsSeenBy(call.Caller))
            return SandboxReply.Of(EnvelopeWriter.Write(HubNames.Service + Result, envelope, withContent: false));

        call.Explanations.Add(call.WhyUnknown(number, found, asSender: true));
        return SandboxReply.Of(EnvelopeWriter.WriteUnknown(HubNames.Service + Result, call.Caller.Code, number));
    }

    private async Task HandAsync(SandboxContext call, SandboxEnvelope envelope, CancellationToken ct)
    {
        envelope.Fetch(call.Now);
        if (envelope.FromNppoId is { } sender) call.Concerned.Add(sender);
        await counted.CountAsync(call, SandboxFirst.Received, envelope, ct);
    }

    private static SandboxReply Headers(string name, IEnumerable<SandboxEnvelope> envelopes) => SandboxReply.Of(Fields.Result(
        name, envelopes.Select(e => EnvelopeWriter.Write(HubNames.Entities + "EnvelopeHeader", e, withContent: false))));
}
