using System.Net;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>Asks which addresses a name has.</summary>
internal interface IHostNames
{
    /// <returns>None where the name has no address.</returns>
    /// <exception cref="System.Net.Sockets.SocketException">The name is not known, or nobody can be asked.</exception>
    Task<IReadOnlyList<IPAddress>> AddressesOfAsync(string host, CancellationToken ct);
}

/// <summary>As the system answers.</summary>
internal sealed class SystemHostNames : IHostNames
{
    public async Task<IReadOnlyList<IPAddress>> AddressesOfAsync(string host, CancellationToken ct) =>
        await Dns.GetHostAddressesAsync(host, ct);
}
