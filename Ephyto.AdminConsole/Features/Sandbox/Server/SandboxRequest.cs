using System.Text;
using Ephyto.AdminConsole.Features.Sandbox.Calls;

namespace Ephyto.AdminConsole.Features.Sandbox.Server;

/// <summary>A call as it came over the network.</summary>
/// <param name="Certificate">Null where none was shown.</param>
/// <param name="Charset">Of the content type; null where it has none.</param>
/// <param name="WsdlAddress">Where the service is called, for who asks for its description; null for a call.</param>
/// <param name="BegunAt">A timestamp of the clock.</param>
/// <param name="Unread">The HTTP status by which it is refused, where it was too large or too slow to be read.</param>
internal sealed record SandboxRequest(
    ShownCertificate? Certificate, byte[] Body, Encoding? Charset, string? WsdlAddress, long BegunAt, int? Unread = null);

internal sealed record SandboxAnswer(int Status, string ContentType, byte[] Body)
{
    public const string Xml = "text/xml;charset=UTF-8";
}
