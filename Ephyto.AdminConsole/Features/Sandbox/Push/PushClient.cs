using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Messages;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Common;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Push;

/// <inheritdoc cref="IPushClient"/>
internal sealed class PushClient(
    SafeDialer dialer, OutgoingCalls calls, HubClientCertificate certificate, HubContract contract, TimeProvider time) : IPushClient
{
    public Task<PushOutcome> DeliverAsync(string address, SandboxEnvelope envelope, CancellationToken ct) =>
        CallAsync(address, "DeliverEnvelope", EnvelopeWriter.Write(HubNames.Service + "env", envelope, withContent: true), ct);

    public Task<PushOutcome> TellStateAsync(string address, SandboxEnvelope envelope, CancellationToken ct) =>
        CallAsync(address, "SetTrackingInfoUpdate", EnvelopeWriter.Write(HubNames.Service + "header", envelope, withContent: false), ct);

    private async Task<PushOutcome> CallAsync(string address, string operation, XElement asked, CancellationToken ct)
    {
        if (!ForeignUri.TryRead(address, out var uri)) return Failed(new(OutgoingStage.Written, "NotHttps"), TimeSpan.Zero, "");
        var message = SoapWriter.Around(new XElement(HubNames.Service + operation, asked));
        var sent = "";
        var started = time.GetTimestamp();
        try
        {
            await using var line = await dialer.DialAsync(uri, await certificate.GetAsync(ct), ct);
            if (line.Proof.Refuse(uri.IdnHost, time.GetUtcNow().UtcDateTime) is { } refused) throw refused;
            sent = Encoding.UTF8.GetString(message);
            var answer = await calls.SendAsync(line, uri, HubNames.ActionOf(operation), message, ct);
            return Read(answer, operation) with { Took = time.GetElapsedTime(started), Request = sent };
        }
        catch (OutgoingException failed)
        {
            return Failed(failed, time.GetElapsedTime(started), sent);
        }
    }

    private static PushOutcome Failed(OutgoingException failed, TimeSpan took, string sent) => new(
        failed switch
        {
            { Stage: OutgoingStage.Written or OutgoingStage.Address } => PushResult.NotAllowed,
            { Code: "AnswerTooLarge" } => PushResult.NotXml,
            _ => PushResult.NotReachable,
        }, null, null, null, failed.Code, failed.Arguments, took, sent, null);

    private PushOutcome Read(SoapAnswer answer, string operation)
    {
        var status = answer.HttpStatus.ToString(CultureInfo.InvariantCulture);
        PushOutcome Met(PushResult result, string code) =>
            new(result, answer.HttpStatus, null, null, code, [status], default, "", answer.Text);

        if (answer.Problem is { } problem) return Met(
            problem switch
            {
                "AnswerNotSoap" => PushResult.Unexpected, "AnswerNotXml" => PushResult.NotXml, _ => PushResult.HttpStatus,
            }, problem);
        if (answer.Fault is { } words)
            return Met(PushResult.Fault, "AnswerFault") with { Words = words, Arguments = [words] };
        if (answer.Body is not { } body || body.Name != HubNames.Service + $"{operation}Response")
            return Met(PushResult.Unexpected, "AnswerUnexpected");
        // Some libraries write the fields under another namespace, where the Hub does not look for them.
        var finding = contract.Validate(body) is [var first, ..] ? first : null;
        return StateIn(body) is { } state
            ? Met(PushResult.Acknowledged, "PushAcknowledged") with
            {
                State = state, Words = WordsIn(body), Arguments = [$"{state}"], Finding = finding,
            }
            : Met(PushResult.Delivered, "PushDelivered") with { Arguments = [], Finding = finding };
    }

    /// <summary>
    /// What the answer says of the envelope. Some systems give it back as they got it, or say nothing: that is no acknowledgement.
    /// </summary>
    private static TrackingState? StateIn(XElement answer) =>
        answer.Descendants(HubNames.Entities + "HUBTrackingInfo").FirstOrDefault()?.Value.Trim() switch
        {
            nameof(TrackingState.Delivered) => TrackingState.Delivered,
            nameof(TrackingState.DeliveredWithWarnings) => TrackingState.DeliveredWithWarnings,
            nameof(TrackingState.DeliveredNotReadable) => TrackingState.DeliveredNotReadable,
            nameof(TrackingState.FailedDelivery) => TrackingState.FailedDelivery,
            _ => null,
        };

    private static string? WordsIn(XElement answer) =>
        answer.Descendants(HubNames.Entities + "hubDeliveryErrorMessage").FirstOrDefault()?.Value.Trim() is { Length: > 0 } words
            ? words : null;
}
