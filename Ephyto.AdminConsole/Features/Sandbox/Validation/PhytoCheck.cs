using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <inheritdoc cref="IPhytoCheck"/>
internal sealed class PhytoCheck(PhytoCountries countries, TimeProvider time) : IPhytoCheck
{
    public IReadOnlyList<PhytoFinding> Check(string content, EnvelopeAddress? envelope)
    {
        PhytoReport report = new();
        if (PhytoContent.Unwrap(content, report) is { } xml && PhytoReader.Read(xml, report) is { } root
            && StructureRules.Check(root, report))
            CheckParts(root, envelope, report);
        return report.Findings;
    }

    private void CheckParts(PhytoElement root, EnvelopeAddress? envelope, PhytoReport report)
    {
        var document = Part(root, "SPSExchangedDocument", "DocumentMissing", report);
        var consignment = Part(root, "SPSConsignment", "ConsignmentMissing", report);
        if (document is not null) new DocumentRules(report, time.GetUtcNow()).Check(document);
        if (consignment is not null) new ConsignmentRules(report, countries).Check(consignment);
        if (document is not null && consignment is not null) new ReExportRules(report, countries).Check(document, consignment);
        CheckWords(root, report);
        if (envelope is not null) new EnvelopeRules(report, countries).Check(envelope, root);
    }

    private static PhytoElement? Part(PhytoElement root, string name, string code, PhytoReport report)
    {
        if (root.Child(name) is { } part) return part;
        report.Miss(root, name, code);
        return null;
    }

    /// <summary>What may be said of any text: that it only fills a place, and its language.</summary>
    private static void CheckWords(PhytoElement root, PhytoReport report)
    {
        var mandatory = report.Findings.Where(finding => finding.Code == "PlaceholderInMandatory")
            .Select(finding => finding.Field).ToHashSet();
        foreach (var element in root.WithAllBelow())
        {
            if (report.IsFull) return;
            if (PhytoReport.IsPlaceholder(element.Text) && !mandatory.Contains(element.Path))
                report.Tell(element, "Placeholder", element.Text);
            if (element.Attributes.TryGetValue("languageID", out var language) && !IsLanguage(language))
                report.Tell(element, "LanguageUnknown", language);
            if (element.Name is "Description" or "CommonName" or "ScientificName"
                && element.Text.AsSpan().IndexOfAny('\n', '\r', '\t') >= 0)
                report.Tell(element, "BrokenLine");
        }
    }

    private static bool IsLanguage(string code) => code.Length >= 2 && char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1])
        && (code.Length == 2 || code[2] is '-' or '_');
}
