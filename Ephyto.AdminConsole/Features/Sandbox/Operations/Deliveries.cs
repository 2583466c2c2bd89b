using System.Text;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.Partners;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>An envelope as it came.</summary>
/// <param name="Severe">The first severe finding of its content, or between it and the header; null where there is none.</param>
/// <param name="IsJudged">Whether one that is not fit to be delivered is refused, because that was asked for.</param>
internal sealed record IncomingEnvelope(
    EnvelopeAddress Address, EnvelopeForm Form, string? Content, PhytoFinding? Severe, bool IsJudged)
{
    /// <summary>Not in words yet: a system reads them in English, a person in their own language.</summary>
    public SandboxExplanation Why(SandboxReason reason) => new(reason, Severe!.Field, Severe.Code, Severe.Arguments);
}

/// <summary>Takes an envelope, or keeps it as failed with the reason in words: a sender may ask for either later.</summary>
internal sealed class Deliveries(
    ServiceSentences text, PartnerAnswers partners, CountedCertificates counted, IOptions<SandboxOptions> options)
{
    public async Task<SandboxEnvelope> TakeAsync(SandboxContext call, IncomingEnvelope incoming, CancellationToken ct)
    {
        var bytes = Encoding.UTF8.GetByteCount(incoming.Content ?? "");
        var envelope = SandboxEnvelope.Send(incoming.Address, incoming.Form, incoming.Content, bytes, call.Now);
        call.TrackingNumber = envelope.TrackingNumber;
        var recipient = await RecipientAsync(call.Db, incoming.Address.To, ct);
        envelope.BelongTo(call.Caller.NppoId, recipient?.NppoId);
        call.Db.Add(envelope);
        if (await WhyNotAsync(call, incoming, recipient, bytes, ct) is { } refusal)
        {
            call.Explanations.Add(refusal);
            call.IsRefused = true;
            envelope.Refuse(text.Refusal(refusal), call.Now);
            return envelope;
        }

        if (await WasSentBeforeAsync(call, envelope, ct)) call.Explain(SandboxReason.SentBefore);
        var closed = await call.Db.ClosedChannelsAsync(ct);
        GiveToChannels(call, envelope, call.Caller.Settings.Rules, closed, ChannelDirection.Outgoing, incoming.Address.To);
        if (recipient is { Settings: { } settings })
            GiveToChannels(call, envelope, settings.Rules, closed, ChannelDirection.Incoming, call.Caller.Code);
        if (recipient is { NppoId: { } nppo }) call.Concerned.Add(nppo);
        // What was given to a channel instead, the partner never gets.
        if (envelope.IsPending && SandboxPartner.Find(envelope.To) is { } partner) partners.React(call.Db, envelope, partner, call.Now);
        counted.Remember(envelope, incoming.Severe is null);
        await counted.CountAsync(call, SandboxFirst.Sent, envelope, ct);
        if (incoming.Severe is not null) call.Explanations.Add(incoming.Why(SandboxReason.SentWithFaults));
        else if (!await counted.CountsAsync(call.Db, envelope, call.Now, ct)) call.Explain(SandboxReason.CountsForNoStep);
        return envelope;
    }

    private static async Task<Recipient?> RecipientAsync(ConsoleDbContext db, string code, CancellationToken ct)
    {
        if (SandboxPartner.Find(code) is not null) return new(null, null);
        if (code.Length > SandboxEnvelope.MaximumCode) return null;
        var connection = await db.Set<Connection>().AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, ct);
        return connection is not null && await db.ActiveNppos().AnyAsync(nppo => nppo.Id == connection.NppoId, ct)
            ? new(connection.NppoId, connection.Settings) : null;
    }

    private async Task<SandboxExplanation?> WhyNotAsync(
        SandboxContext call, IncomingEnvelope incoming, Recipient? recipient, int bytes, CancellationToken ct)
    {
        var (address, own) = (incoming.Address, call.Caller.Settings);
        if (address.From != call.Caller.Code) return await WhyNotFromAsync(call, address.From, ct);
        if (!own.Send) return new(SandboxReason.SenderDoesNotSend, call.Caller.Code);
        if (recipient is null) return await WhyUnknownAsync(call, address.To, ct);
        if (recipient.Settings is { Receive: false }) return new(SandboxReason.RecipientDoesNotReceive, address.To);
        // What a country answers carries the numbers of the certificate that it answers to, and is no such document.
        if (incoming.Form != EnvelopeForm.Response)
        {
            var document = $"{address.CertificateType}/{address.CertificateStatus}";
            if (!Allows(own, address)) return new(SandboxReason.DocumentNotAllowed, $"{document}: {call.Caller.Code}");
            if (recipient.Settings is { } theirs && !Allows(theirs, address))
                return new(SandboxReason.DocumentNotAllowed, $"{document}: {address.To}");
        }

        if (string.IsNullOrWhiteSpace(address.CertificateNumber)) return new(SandboxReason.CertificateNumberMissing);
        if (address.CertificateNumber.Length > SandboxEnvelope.MaximumCertificateNumber)
            return new(SandboxReason.NumberTooLong, $"{SandboxEnvelope.MaximumCertificateNumber}");
        if (string.IsNullOrWhiteSpace(incoming.Content)) return new(SandboxReason.ContentMissing);
        if (incoming is { IsJudged: true, Severe: not null }) return incoming.Why(SandboxReason.CertificateInvalid);
        return await IsFullAsync(call, bytes, ct) ? new(SandboxReason.TooMuchKept) : null;
    }

    private static async Task<SandboxExplanation> WhyUnknownAsync(SandboxContext call, string to, CancellationToken ct) =>
        (await call.Db.ServedAsync(HubEnvironment.Test, call.Now, ct)).TryGetValue(to, out var through)
            ? new(through.Connection == call.Caller.Code ? SandboxReason.RecipientServedByYou : SandboxReason.RecipientServed,
                $"{to} → {through.Connection}")
            : new(SandboxReason.RecipientUnknown, SentValue.Bounded(to));

    // Who serves a country sends for it under the code of the connection; which country it is, the certificate says.
    private static async Task<SandboxExplanation> WhyNotFromAsync(SandboxContext call, string from, CancellationToken ct) =>
        (await call.Db.ServedAsync(HubEnvironment.Test, call.Now, ct)).TryGetValue(from, out var through)
            && through.Connection == call.Caller.Code
            ? new(SandboxReason.FromServed, $"{from} → {call.Caller.Code}")
            : new(SandboxReason.FromNotYours, $"{SentValue.Bounded(from)} ≠ {call.Caller.Code}");

    private async Task<bool> IsFullAsync(SandboxContext call, int bytes, CancellationToken ct)
    {
        var nppo = call.Caller.NppoId;
        // Of what was refused, and of copies, no content is kept.
        var kept = call.Db.Set<SandboxEnvelope>().Where(e => e.FromNppoId == nppo && e.Content != null);
        return await kept.CountAsync(ct) >= options.Value.EnvelopesKept
            || await kept.SumAsync(e => (long)e.ContentBytes, ct) + bytes > options.Value.BytesKept;
    }

    private static Task<bool> WasSentBeforeAsync(SandboxContext call, SandboxEnvelope envelope, CancellationToken ct)
    {
        var (nppo, to, number, type, status) =
            (call.Caller.NppoId, envelope.To, envelope.CertificateNumber, envelope.CertificateType, envelope.CertificateStatus);
        return call.Db.Set<SandboxEnvelope>().AnyAsync(
            e => e.FromNppoId == nppo && e.To == to && e.CertificateNumber == number && e.CertificateType == type
                && e.CertificateStatus == status && e.CopyOf == null && e.State != TrackingState.FailedDelivery, ct);
    }

    private static void GiveToChannels(
        SandboxContext call, SandboxEnvelope envelope, IReadOnlyList<ChannelRule> rules, IReadOnlySet<string> closed,
        ChannelDirection direction, string other)
    {
        foreach (var rule in rules.Where(rule => rule.Active && !closed.Contains(rule.Channel) && rule.Direction == direction
            && (int)rule.Type == envelope.CertificateType && (int)rule.Status == envelope.CertificateStatus
            && (rule.CountryCode.Length == 0 || rule.CountryCode == other)))
        {
            var copy = envelope.CopyFor(rule.Channel, call.Now);
            call.Db.Add(copy);
            envelope.Forward(new(rule.Channel, copy.TrackingNumber), rule.Rule == ChannelRuleType.Delegate, call.Now);
            call.Explain(SandboxReason.GivenToChannel, rule.Channel);
        }
    }

    private static bool Allows(ConnectionSettings settings, EnvelopeAddress address) => settings.Allowed.Any(
        document => (int)document.Type == address.CertificateType && (int)document.Status == address.CertificateStatus);

    /// <param name="NppoId">Null for a partner of the sandbox, which takes everything.</param>
    private sealed record Recipient(Guid? NppoId, ConnectionSettings? Settings);
}
