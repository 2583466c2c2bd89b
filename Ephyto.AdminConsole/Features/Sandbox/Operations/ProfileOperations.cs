using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.Partners;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>Who takes part, how, and by which channels.</summary>
internal sealed class ProfileOperations(ServiceSentences text) : ISandboxOperations
{
    public IReadOnlyDictionary<string, SandboxOperation> Operations => new Dictionary<string, SandboxOperation>
    {
        ["GetProfile"] = ProfileAsync,
        ["GetActiveNppos"] = ActiveAsync,
        ["GetAvailableChannels"] = ChannelsAsync,
    };

    private async Task<SandboxReply> ProfileAsync(SandboxContext call, XElement request, CancellationToken ct)
    {
        var signing = await SigningAsync(call, [call.Caller.NppoId], ct);
        return SandboxReply.Of(Profile(
            HubNames.Service + "GetProfileResult", call.Caller.Code, call.Caller.Settings, signing.GetValueOrDefault(call.Caller.NppoId)));
    }

    private async Task<SandboxReply> ActiveAsync(SandboxContext call, XElement request, CancellationToken ct)
    {
        var active = call.Db.Set<Nppo>().Where(nppo => nppo.Status != NppoStatus.Suspended && nppo.Status != NppoStatus.Closed)
            .Select(nppo => nppo.Id);
        var connections = (await call.Db.Set<Connection>().AsNoTracking().Where(c => active.Contains(c.NppoId)).OrderBy(c => c.Code)
            .ToListAsync(ct)).Where(c => c.Settings.IsSet).ToList();
        var signing = await SigningAsync(call, [.. connections.Select(c => c.NppoId).Distinct()], ct);
        var name = HubNames.Entities + "Nppo";
        return SandboxReply.Of(Fields.Result(
            "GetActiveNpposResult",
            connections.Select(c => Profile(name, c.Code, c.Settings, signing.GetValueOrDefault(c.NppoId)))
                .Concat(SandboxPartner.All.Select(partner => Profile(name, partner.Code, SandboxPartner.Settings, null)))));
    }

    private static async Task<SandboxReply> ChannelsAsync(SandboxContext call, XElement request, CancellationToken ct) =>
        SandboxReply.Of(Fields.Result(
            "GetAvailableChannelsResult",
            (await call.Db.AvailableChannelsAsync(ct)).Select(channel => new XElement(
                HubNames.Entities + "Channel",
                new XAttribute("Receive", channel.Receive),
                new XAttribute("Send", channel.Send),
                new XElement(HubNames.Entities + "Code", channel.Code),
                new XElement(HubNames.Entities + "Name", channel.Name)))));

    private static async Task<Dictionary<Guid, Signing>> SigningAsync(SandboxContext call, List<Guid> nppos, CancellationToken ct) =>
        (await call.Db.Set<DigitalCertificate>().AsNoTracking()
            .Where(c => nppos.Contains(c.NppoId) && c.Usage == CertificateUsage.Signing
                && (c.Status == CertificateStatus.Active || c.Status == CertificateStatus.Expiring))
            .OrderByDescending(c => c.ActivatedAt).ThenBy(c => c.Id)
            .Select(c => new { c.NppoId, Signing = new Signing(c.Facts.Subject, c.Pem) }).ToListAsync(ct))
            .DistinctBy(c => c.NppoId).ToDictionary(c => c.NppoId, c => c.Signing);

    private XElement Profile(XName name, string code, ConnectionSettings settings, Signing? signing) => new(
        name,
        new XElement(HubNames.Entities + "Country", code),
        new XElement(HubNames.Entities + "Receive", settings.Receive ? "True" : "False"),
        new XElement(HubNames.Entities + "Send", settings.Send ? "True" : "False"),
        settings.Allowed.Select(document => new XElement(
            HubNames.Entities + "AllowedDocument",
            new XAttribute("active", true),
            Numbered("certificateType", (int)document.Type, text.Name(document.Type)),
            Numbered("certificateStatus", (int)document.Status, text.Name(document.Status)))),
        signing is null ? null : new XElement(
            HubNames.Entities + "Signature", new XElement("dn", signing.Subject), new XElement("certificate", signing.AsBase64())),
        new XElement(HubNames.Entities + "ChannelRules", settings.Rules.Select((rule, index) => new XElement(
            HubNames.Entities + "ChannelRule",
            new XAttribute("id", index + 1),
            new XAttribute("active", rule.Active),
            new XAttribute("ruleType", rule.Rule == ChannelRuleType.Delegate ? "DELEGATE" : "FORWARD"),
            new XAttribute("certificateType", (int)rule.Type),
            new XAttribute("certificateStatus", (int)rule.Status),
            new XAttribute("countryCode", rule.CountryCode),
            new XAttribute("direction", rule.Direction == ChannelDirection.Incoming ? "INC" : "OUT")))));

    private static XElement Numbered(string name, int number, string value) =>
        new(name, new XAttribute("number", number), new XAttribute("value", value));

    private sealed record Signing(string Subject, byte[] Pem)
    {
        public string AsBase64()
        {
            using var certificate = X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(Pem));
            return Convert.ToBase64String(certificate.RawData);
        }
    }
}
