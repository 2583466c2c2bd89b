using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>Who takes part, how, and by which channels.</summary>
internal sealed class ProfileOperations : ISandboxOperations
{
    public IReadOnlyDictionary<string, SandboxOperation> Operations => new Dictionary<string, SandboxOperation>
    {
        ["GetProfile"] = _ => ProfileAsync,
        ["GetActiveNppos"] = _ => ActiveAsync,
        ["GetAvailableChannels"] = _ => ChannelsAsync,
    };

    private static async Task<SandboxReply> ProfileAsync(SandboxContext call, CancellationToken ct)
    {
        var signing = await call.Db.SigningCertificatesOfAsync([call.Caller.ConnectionId], ct);
        return SandboxReply.Of(PublishedNppo.Of(
            HubNames.Service + "GetProfileResult", call.Caller.Code, call.Caller.Settings,
            signing.GetValueOrDefault(call.Caller.ConnectionId)));
    }

    private static async Task<SandboxReply> ActiveAsync(SandboxContext call, CancellationToken ct)
    {
        var active = call.Db.ActiveNppos().Select(nppo => nppo.Id);
        var connections = (await call.Db.Set<Connection>().AsNoTracking().Where(c => active.Contains(c.NppoId)).OrderBy(c => c.Code)
            .ToListAsync(ct)).Where(c => c.Settings.IsSet).ToList();
        var signing = await call.Db.SigningCertificatesOfAsync([.. connections.Select(c => c.Id)], ct);
        var name = HubNames.Entities + "Nppo";
        return SandboxReply.Of(Fields.Result(
            "GetActiveNpposResult",
            connections.Select(c => PublishedNppo.Of(name, c.Code, c.Settings, signing.GetValueOrDefault(c.Id)))
                .Concat(SandboxPartner.All.Select(partner => PublishedNppo.Of(name, partner.Code, SandboxPartner.Settings, null)))));
    }

    private static async Task<SandboxReply> ChannelsAsync(SandboxContext call, CancellationToken ct) =>
        SandboxReply.Of(Fields.Result(
            "GetAvailableChannelsResult",
            (await call.Db.AvailableChannelsAsync(ct)).Select(channel => new XElement(
                HubNames.Entities + "Channel",
                new XAttribute("Receive", channel.Receive),
                new XAttribute("Send", channel.Send),
                new XElement(HubNames.Entities + "Code", channel.Code),
                new XElement(HubNames.Entities + "Name", channel.Name)))));
}
