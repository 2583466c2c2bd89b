using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Calls;

/// <summary>The connection whose certificate came with a call.</summary>
/// <param name="Code">By which others know it, such as <c>LK2</c>.</param>
/// <param name="Settings">Of that connection.</param>
/// <param name="Thumbprint">Of the certificate that it showed.</param>
internal sealed record Caller(Guid NppoId, Guid ConnectionId, string Code, ConnectionSettings Settings, string Thumbprint);

/// <summary>What came of looking a certificate up.</summary>
/// <param name="Caller">Null where nobody was recognised.</param>
/// <param name="NppoId">Whose certificate it is, or whose is similar to it; null where there is none.</param>
/// <param name="Why">Why nobody was recognised; null where somebody was.</param>
internal sealed record Recognition(Caller? Caller, Guid? NppoId, SandboxExplanation? Why)
{
    public static Recognition Of(Caller caller) => new(caller, caller.NppoId, null);

    public static Recognition Nobody(Guid? nppoId, SandboxReason why) => new(null, nppoId, new(why));
}
