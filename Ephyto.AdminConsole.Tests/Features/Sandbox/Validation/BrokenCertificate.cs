using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Validation;

/// <summary>A sample in which one thing is wrong. Paths are of local names, from the root on.</summary>
internal sealed class BrokenCertificate(PhytoType type)
{
    /// <summary>The line.</summary>
    public const string L = "SPSConsignment/IncludedSPSConsignmentItem/IncludedSPSTradeLineItem";
    public const string D = "SPSExchangedDocument";
    public const string S = "SPSConsignment";
    public const string Treatment = $"{L}/AppliedSPSProcess";
    public static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    public static readonly XNamespace Ram = PhytoModel.Parts;

    public static readonly EnvelopeAddress Address = new("XA", "XB2", 851, 70, "SAMPLE-1");

    public XElement Root { get; } = XElement.Parse(SampleCertificate.Make(Address with { CertificateType = (int)type }, Now));

    public string Content => Root.ToString(SaveOptions.DisableFormatting);

    public XElement At(string path) =>
        path.Split('/').Aggregate(Root, (element, name) => element.Elements().First(child => child.Name.LocalName == name));

    public BrokenCertificate Set(string path, string value)
    {
        At(path).Value = value;
        return this;
    }

    public BrokenCertificate Remove(string path)
    {
        At(path).Remove();
        return this;
    }

    public BrokenCertificate Attribute(string path, string name, string? value)
    {
        At(path).SetAttributeValue(name, value);
        return this;
    }

    /// <summary>Adds an element behind the first of a name, or behind the one at the path itself.</summary>
    public BrokenCertificate After(string path, string name, params object[] content)
    {
        At(path).AddAfterSelf(new XElement(Ram + name, content));
        return this;
    }

    public BrokenCertificate Note(string path, string name, string subject, string? content) =>
        After(path, name, new XElement(Ram + "Subject", subject), content is null ? null! : new XElement(Ram + "Content", content));

    public BrokenCertificate DocumentNote(string subject, string? content) =>
        Note($"{D}/IncludedSPSNote", "IncludedSPSNote", subject, content);

    public BrokenCertificate LineNote(string subject, string? content) =>
        Note($"{L}/GrossWeightMeasure", "AdditionalInformationSPSNote", subject, content);

    /// <summary>Changes a note of the line, or takes it away.</summary>
    public BrokenCertificate LineNoteSays(string subject, string? content)
    {
        var note = At(L).Elements(Ram + "AdditionalInformationSPSNote").Single(one => (string)one.Element(Ram + "Subject")! == subject);
        if (content is null) note.Remove();
        else note.Element(Ram + "Content")!.Value = content;
        return this;
    }

    /// <summary>A second line like the first.</summary>
    public BrokenCertificate TwoLines()
    {
        At(L).AddAfterSelf(new XElement(At(L)));
        return this;
    }
}
