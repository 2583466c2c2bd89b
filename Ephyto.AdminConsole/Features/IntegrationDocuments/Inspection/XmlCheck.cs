using System.Xml;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;

/// <summary>Well-formed XML of the kind its name says, without a document type: what that may declare can harm its reader.</summary>
internal static class XmlCheck
{
    private const int Deepest = 200;
    private const int MostAttributes = 1000;
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null,
        MaxCharactersInDocument = 50_000_000 };

    public static DomainError? Root(byte[] content, string rootNamespace, string rootName, CancellationToken ct)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), Settings);
            reader.MoveToContent();
            if (reader.NamespaceURI != rootNamespace || reader.LocalName != rootName) return DocumentErrors.NotAllowedKind;
            while (reader.Read())
            {
                ct.ThrowIfCancellationRequested();
                if (reader.Depth > Deepest || reader.AttributeCount > MostAttributes) return DocumentErrors.Unsafe;
            }

            return null;
        }
        catch (XmlException broken)
        {
            return broken.Message.Contains("DTD", StringComparison.Ordinal) ? DocumentErrors.Unsafe : DocumentErrors.NotAllowedKind;
        }
    }
}
