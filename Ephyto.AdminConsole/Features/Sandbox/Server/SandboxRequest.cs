using System.Text;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Server;

/// <summary>A call as it came over the network.</summary>
/// <param name="Certificate">Null where none was shown.</param>
/// <param name="ReadAsync">Reads what was sent. That is done only for who is known and may call: strangers fill no memory.</param>
/// <param name="WsdlAddress">Where the service is called, for who asks for its description; null for a call.</param>
/// <param name="BegunAt">A timestamp of the clock.</param>
/// <param name="Action">What the caller says that it calls, by its <c>SOAPAction</c> without quotes; empty where it says nothing.</param>
internal sealed record SandboxRequest(
    CertificateIdentity? Certificate, Func<CancellationToken, Task<SandboxBody>> ReadAsync, string? WsdlAddress, long BegunAt,
    string Action = "");

/// <summary>What was sent with a call.</summary>
/// <param name="Charset">Of the content type; null where it has none.</param>
/// <param name="Problem">Why it could not be read; null where it could.</param>
/// <param name="Status">Of HTTP, by which it is refused then; null for the one of faults.</param>
internal sealed record SandboxBody(byte[] Bytes, Encoding? Charset, SandboxExplanation? Problem = null, int? Status = null)
{
    public static readonly SandboxBody Unread = new([], null);
}

internal sealed record SandboxAnswer(int Status, string ContentType, byte[] Body)
{
    public const string Xml = "text/xml;charset=UTF-8";
}
