using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationArea;
using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationLevel;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>What a re-export says on each line of the certificate it rests on; an export says nothing of it.</summary>
internal sealed class ReExportRules(PhytoReport report, PhytoCountries countries)
{
    private static readonly string[] YesNo = ["RPCOR", "RPCTC", "RPCPK", "RPCRP", "RPCOC", "RPCNC", "RPCPC", "RPCAI"];

    private static readonly (string One, string Other, string Code)[] Pairs =
        [("RPCOR", "RPCTC", "OriginalOrCopy"), ("RPCPK", "RPCRP", "PackedOrRepacked"), ("RPCOC", "RPCNC", "OriginalOrNewContainers")];

    public void Check(PhytoElement document, PhytoElement consignment)
    {
        var isReExport = document.TextOf("TypeCode") == DocumentRules.ReExport;
        if (isReExport && DocumentRules.ClausesOf(document).Any(clause => clause is "1" or "2"))
            report.Add(Mapping, Warning, document, "StatementOfExport");
        var hasOriginal = document.All("ReferenceSPSReferencedDocument").Any(attached => attached.TextOf("RelationshipTypeCode") == "AWR");
        foreach (var line in ConsignmentRules.LinesOf(consignment))
        {
            if (isReExport) CheckLine(line, hasOriginal);
            else if (line.All(NoteRules.OfLine).FirstOrDefault(note => note.TextOf("Subject").StartsWith("RPC", StringComparison.Ordinal))
                is { } note) report.Warn(note, "ReExportNoteInExport", note.TextOf("Subject"));
        }
    }

    private void CheckLine(PhytoElement line, bool hasOriginal)
    {
        var notes = NoteRules.Of(line, NoteRules.OfLine);
        if (Required(line, notes, "RPCST", "ReExportStatementMissing") is { } statement && statement.TextOf("Content") != "3")
            report.Warn(statement, "ReExportStatementWrong", statement.TextOf("Content"));
        Required(line, notes, "RPCRF", "OriginalNumberMissing");
        if (Required(line, notes, "RPCCO", "OriginalCountryMissing") is not null)
        {
            foreach (var origin in notes["RPCCO"].Where(note => note.TextOf("Content").Length > 0))
                countries.Check(origin.Child("Content")!, origin.TextOf("Content"), report);
        }

        foreach (var note in YesNo.SelectMany(subject => notes[subject]).Where(note => IsTrue(note) is null))
            report.Warn(note, "NotYesOrNo", note.TextOf("Subject"), note.TextOf("Content"));
        foreach (var (one, other, code) in Pairs)
        {
            if (Says(notes, one) == Says(notes, other)) report.Add(Mapping, Warning, line, code);
        }

        if (!Says(notes, "RPCPC")) report.Add(Mapping, Warning, line, "NotBasedOnOriginal");
        if (!hasOriginal && !Says(notes, "RPCOR")) report.Add(Mapping, Warning, line, "OriginalNotAttached");
    }

    private PhytoElement? Required(PhytoElement line, ILookup<string, PhytoElement> notes, string subject, string code)
    {
        if (notes[subject].FirstOrDefault(note => note.TextOf("Content").Length > 0) is { } found) return found;
        report.Miss(line, NoteRules.OfLine, code);
        return null;
    }

    private static bool Says(ILookup<string, PhytoElement> notes, string subject) => notes[subject].Any(note => IsTrue(note) == true);

    private static bool? IsTrue(PhytoElement note) => bool.TryParse(note.TextOf("Content"), out var yes) ? yes : null;
}
