using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationArea;
using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationLevel;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>The document: number, kind, state, date, issuer, signatory, notes, attachments.</summary>
internal sealed class DocumentRules(PhytoReport report, DateTimeOffset now)
{
    public const string Export = "851";
    public const string ReExport = "657";

    /// <summary>Clocks of others are wrong by hours, and zones by a day.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    public void Check(PhytoElement document)
    {
        report.Require(document, "ID", "NumberMissing");
        CheckType(document);
        CheckStatus(document);
        CheckDate(document);
        report.Require(document, "IssuerSPSParty/Name", "IssuerMissing");
        CheckSignatory(document);
        new NoteRules(report).CheckDocument(document);
        foreach (var attached in document.All("ReferenceSPSReferencedDocument")) AttachmentRules.Check(attached, report);
    }

    private void CheckType(PhytoElement document)
    {
        if (report.Require(document, "TypeCode", "TypeMissing") is { } type && type is not (Export or ReExport))
            report.Add(Mapping, Severe, document.Child("TypeCode")!, "TypeUnknown", type);
    }

    // The list of the IPPC may hold more: what is not known here is no mistake yet.
    private void CheckStatus(PhytoElement document)
    {
        if (report.Require(document, "StatusCode", "StatusMissing") is { } status && status is not ("70" or "40"))
            report.Warn(document.Child("StatusCode")!, "StatusUnknown", status);
    }

    private void CheckDate(PhytoElement document)
    {
        const string Path = "IssueDateTime/DateTimeString";
        if (report.Require(document, Path, "IssueDateMissing") is not { } text) return;
        var element = document.Find(Path)!;
        if (PhytoDate.Read(text) is not { } date) report.Add(Mapping, Severe, element, "IssueDateInvalid", text);
        else if (date.At > now + Tolerance) report.Warn(element, "IssueDateInFuture", text);
        else if (!date.HasTime || !date.HasOffset) report.Warn(element, "DateWithoutOffset", text);
    }

    private void CheckSignatory(PhytoElement document)
    {
        if (document.Child("SignatorySPSAuthentication") is not { } signatory)
        {
            report.Miss(document, "SignatorySPSAuthentication", "SignatoryMissing", Warning);
        }
        else
        {
            report.Require(signatory, "IssueSPSLocation/Name", "PlaceOfIssueMissing", Warning);
            report.Require(signatory, "ProviderSPSParty/SpecifiedSPSPerson/Name", "OfficerMissing", Warning);
            PhytoDate.ReadOptional(signatory.Find("ActualDateTime/DateTimeString"), report);
        }

        // On a re-export the statement stands on the lines.
        if (document.TextOf("TypeCode") == Export && !ClausesOf(document).Contains("1"))
            report.Miss(document, "SignatorySPSAuthentication/IncludedSPSClause/ID", "StatementMissing");
    }

    /// <summary>The numbers of the statements that the signatory makes.</summary>
    public static IEnumerable<string> ClausesOf(PhytoElement document) => document.All("SignatorySPSAuthentication")
        .SelectMany(signatory => signatory.All("IncludedSPSClause")).Select(clause => clause.TextOf("ID")).Where(id => id.Length > 0);
}
