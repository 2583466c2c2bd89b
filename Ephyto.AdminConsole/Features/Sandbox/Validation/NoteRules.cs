namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>Notes of the certificate and of its lines: their subjects, and what stands in them.</summary>
internal sealed class NoteRules(PhytoReport report)
{
    public const string OfDocument = "IncludedSPSNote";
    public const string OfLine = "AdditionalInformationSPSNote";

    private static readonly HashSet<string> DocumentSubjects =
        ["ADEDL", "ADIPEDL", "ADDIEDL", "ADAOEDL", "DMCL", "ADRP", "ADRPN", "ADRPR", "ADRD", "SPSFL"];

    private static readonly HashSet<string> LineSubjects =
    [
        "ADTLIL", "ADIPTLIL", "ADDITLIL", "ADAOTLIL", "DMTLIL", "OPTND", "OQV", "OQU", "RPCST", "RPCCO", "RPCRF", "RPCOR", "RPCTC", "RPCPK",
        "RPCRP", "RPCOC", "RPCNC", "RPCPC", "RPCAI",
    ];

    public void CheckDocument(PhytoElement document)
    {
        foreach (var note in document.All(OfDocument)) Check(note, DocumentSubjects, LineSubjects);
        var notes = Of(document, OfDocument);
        if (notes["ADRP"].FirstOrDefault() is { } replaces)
        {
            if (replaces.TextOf("Content") != "4") report.Warn(replaces, "ReplacementWrong", replaces.TextOf("Content"));
            if (!notes.Contains("ADRPN")) report.Warn(replaces, "ReplacedNumberMissing");
        }
        else if (notes["ADRPN"].Concat(notes["ADRPR"]).Concat(notes["ADRD"]).FirstOrDefault() is { } part)
        {
            report.Warn(part, "ReplacementMissing");
        }

        foreach (var date in notes["ADRD"]) PhytoDate.ReadOptional(date.Child("Content"), report);
        foreach (var liability in notes["SPSFL"].Where(note => note.TextOf("Content") is not ("5" or "")))
            report.Warn(liability, "LiabilityWrong", liability.TextOf("Content"));
    }

    /// <param name="declared">The additional declarations of the whole certificate.</param>
    public void CheckLine(PhytoElement line, IReadOnlySet<string> declared)
    {
        foreach (var note in line.All(OfLine))
        {
            Check(note, LineSubjects, DocumentSubjects);
            if (note.TextOf("Subject") == "ADTLIL" && declared.Contains(note.TextOf("Content"))) report.Tell(note, "DeclaredTwice");
        }
    }

    public static ILookup<string, PhytoElement> Of(PhytoElement parent, string kind) =>
        parent.All(kind).ToLookup(note => note.TextOf("Subject"), StringComparer.Ordinal);

    private void Check(PhytoElement note, HashSet<string> here, HashSet<string> elsewhere)
    {
        var subject = note.TextOf("Subject");
        if (subject.Length == 0) report.Warn(note, "SubjectMissing");
        else if (elsewhere.Contains(subject)) report.Warn(note, "SubjectMisplaced", subject);
        else if (!here.Contains(subject)) report.Tell(note, "SubjectUnknown", subject);
        if (subject.Length > 0 && note.All("Content").All(content => content.Text.Length == 0)) report.Warn(note, "NoteEmpty", subject);
    }
}
