using System.Security.Cryptography;

namespace Ephyto.AdminConsole.Features.Sandbox.Server;

/// <summary>Finds the keys of the sandbox's certificates. Nothing else that it does takes the processor as long.</summary>
internal class KeyPairs
{
    /// <returns>A key of its own for each caller, who disposes it.</returns>
    public virtual RSA MakeRsa(int bits) => RSA.Create(bits);
}
