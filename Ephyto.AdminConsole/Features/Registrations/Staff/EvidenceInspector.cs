using Ephyto.AdminConsole.Platform.Uploads;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Staff;

/// <summary>A file that an officer chose.</summary>
/// <param name="Name">As the browser gave it.</param>
/// <param name="Content">The whole file.</param>
public sealed record PickedFile(string Name, byte[] Content);

/// <summary>Says what a piece of evidence is by its content: a scan or a letter, nothing that runs.</summary>
internal sealed class EvidenceInspector(PdfCheck pdf)
{
    /// <summary>In bytes.</summary>
    public const long Limit = 10 * 1024 * 1024;

    /// <summary>What a file dialog offers.</summary>
    public const string Endings = ".pdf,.png,.jpg,.jpeg";

    /// <returns>The content type, or why it is not taken.</returns>
    public async Task<Result<string>> InspectAsync(byte[] content, CancellationToken ct)
    {
        if (content.LongLength > Limit) return EvidenceErrors.TooLarge;
        if (content.AsSpan().StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return "image/png";
        if (content.AsSpan().StartsWith<byte>([0xFF, 0xD8, 0xFF])) return "image/jpeg";
        return await pdf.CheckAsync(content, ct) switch
        {
            PdfFinding.Good => "application/pdf",
            PdfFinding.Active => EvidenceErrors.Unsafe,
            _ => EvidenceErrors.NotAllowedKind,
        };
    }

    /// <summary>Makes evidence of what was chosen; the first file that is not taken refuses all.</summary>
    public async Task<Result<IReadOnlyList<EvidenceFile>>> AttachAsync(
        Guid registrationId, IReadOnlyList<PickedFile>? files, Actor officer, DateTime now, CancellationToken ct)
    {
        if (files is { Count: > EvidenceFile.MostFiles }) return EvidenceErrors.TooMany;
        List<EvidenceFile> attached = [];
        foreach (var file in files ?? [])
        {
            var inspected = await InspectAsync(file.Content, ct);
            if (inspected.Error is { } refusal) return refusal;
            attached.Add(
                EvidenceFile.Attach(registrationId, FileNames.Clean(file.Name, "evidence"), inspected.Value, file.Content, officer, now));
        }

        return Result<IReadOnlyList<EvidenceFile>>.Success(attached);
    }
}
