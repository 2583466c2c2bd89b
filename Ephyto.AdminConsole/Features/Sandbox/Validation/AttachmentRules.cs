namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>What is attached to a certificate, as base64.</summary>
internal static class AttachmentRules
{
    private const string Object = "AttachmentBinaryObject";

    private static readonly byte[][] Beginnings =
        [[.. "%PDF-"u8], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [.. "GIF8"u8], [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A]];

    public static void Check(PhytoElement attached, PhytoReport report)
    {
        if (attached.TextOf("RelationshipTypeCode") is { Length: > 0 } relation && relation is not ("ZZZ" or "AWR"))
            report.Tell(attached.Child("RelationshipTypeCode")!, "RelationUnknown", relation);
        PhytoDate.ReadOptional(attached.Child("IssueDateTime") is { Children.Count: 0 } plain ? plain
            : attached.Find("IssueDateTime/DateTimeString"), report);
        foreach (var file in attached.All(Object)) CheckFile(file, report);
    }

    private static void CheckFile(PhytoElement file, PhytoReport report)
    {
        if (file.Text.Length == 0)
        {
            report.Warn(file, "AttachmentEmpty");
            return;
        }

        var bytes = new byte[(file.Text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(file.Text, bytes, out var length))
            report.Warn(file, "AttachmentInvalid");
        else if (!Beginnings.Any(beginning => bytes.AsSpan(0, length).StartsWith(beginning)))
            report.Tell(file, "AttachmentKind");
        if (file.Attributes.GetValueOrDefault("filename") is not { Length: > 0 }) report.Tell(file, "AttachmentUnnamed");
    }
}
