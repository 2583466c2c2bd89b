using System.Xml;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>The least that can be said of a certificate: whether it is XML.</summary>
internal sealed class WellFormedness : IPhytoCheck
{
    public IReadOnlyList<PhytoFinding> Check(string content, EnvelopeFacts? envelope)
    {
        using var text = new StringReader(content.TrimStart('\uFEFF'));
        using var reader = XmlReader.Create(text, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        try
        {
            while (reader.Read())
            {
            }

            return [];
        }
        catch (XmlException broken)
        {
            return [new(ValidationArea.Schema, ValidationLevel.Severe, "Content", "NotWellFormed", [$"{broken.LineNumber}"])];
        }
    }
}
