using System.Globalization;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>
/// Reads requests by the names of the contract. Names are compared with their namespaces: what a request writes in
/// another one the Hub does not see either.
/// </summary>
internal static class Fields
{
    public const string TrackingNumber = "hubTrackingNumber";

    /// <returns>Null where it is not there.</returns>
    public static string? Of(XElement request, string name) => request.Element(HubNames.Service + name)?.Value;

    /// <summary>What is about the one envelope that the request names.</summary>
    public static SandboxWork OfNumber(XElement request, Func<SandboxContext, string, CancellationToken, Task<SandboxReply>> work) =>
        Of(request, TrackingNumber) is { } number ? (call, ct) => work(call, number, ct) : Missing(TrackingNumber);

    public static string? OfHeader(XElement header, string name) => header.Element(HubNames.Entities + name)?.Value;

    /// <summary>Nothing can be done without it.</summary>
    public static SandboxWork Missing(string name) => (_, _) => Task.FromResult(SandboxReply.Fault(SandboxReason.FieldMissing, name));

    /// <returns>Null where it is no number that the contract has room for.</returns>
    public static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static XElement Result(string name, params IEnumerable<object?> content) => new(HubNames.Service + name, content);
}
