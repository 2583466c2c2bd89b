using System.Xml;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Field.HubService;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>
/// The ten code lists, as <c>code-lists.xml</c> beside this file has them: a few honest rows of each, marked as samples. The lists of the
/// Hub are not public.
/// </summary>
internal sealed class CodeLists : ISandboxOperations
{
    private const string ChangedBy = "sandbox sample";
    private static readonly DateTime ChangedAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public CodeLists()
    {
        using var stream = typeof(CodeLists).Assembly.GetManifestResourceStream("code-lists.xml")!;
        Operations = XDocument.Load(stream).Root!.Elements("list").ToDictionary(list => (string)list.Attribute("operation")!, Answering);
    }

    public IReadOnlyDictionary<string, SandboxOperation> Operations { get; }

    private static SandboxOperation Answering(XElement list)
    {
        var name = HubNames.Service + (string)list.Attribute("element")!;
        XElement[] rows = [.. list.Elements("row").Select(row => Row(name, row))];
        return _ => (_, _) => Task.FromResult(SandboxReply.Of(rows.Select(row => new XElement(row))));
    }

    // The contract has the fields of every list in the order of the alphabet, and without a namespace.
    private static XElement Row(XName name, XElement row) => new(
        name,
        row.Attributes().Select(field => (field.Name.LocalName, field.Value))
            .Append(("active", "true")).Append(("lastModified", XmlConvert.ToString(ChangedAt, XmlDateTimeSerializationMode.Utc)))
            .Append(("lastModifiedBy", ChangedBy))
            .OrderBy(field => field.Item1, StringComparer.Ordinal).Select(field => new XElement(field.Item1, field.Item2)));
}
