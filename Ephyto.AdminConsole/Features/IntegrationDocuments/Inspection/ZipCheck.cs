using System.IO.Compression;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;

/// <summary>An archive that unpacks to a bounded size, into its own folder, and holds no key, no program and no second archive.</summary>
internal static class ZipCheck
{
    private const long LargestWhole = 200L * 1024 * 1024;
    // Counted by the mark of each before they are read: the library keeps a record of all of them.
    private const int MostEntries = 2000;
    private const int LargestSearched = 4 * 1024 * 1024;
    private static readonly string[] Allowed = [".md", ".txt", ".xml", ".xsd", ".wsdl", ".pdf", ".json", ".csv", ".cer", ".crt", ".pem",
        ".sh", ".ps1", ".cs", ".java", ".py", ".sch", ".xsl", ".xslt"];

    public static DomainError? Check(byte[] content, CancellationToken ct)
    {
        if (!content.AsSpan().StartsWith("PK"u8)) return DocumentErrors.NotAllowedKind;
        if (content.AsSpan().Count("PK\u0001\u0002"u8) > MostEntries) return DocumentErrors.Unsafe;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (archive.Entries.Count == 0) return DocumentErrors.Empty;
            if (archive.Entries.Count > MostEntries) return DocumentErrors.Unsafe;
            var left = LargestWhole;
            foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0 || entry.Length > 0))
            {
                if (!StaysInside(entry.FullName) || !Allowed.Contains(Path.GetExtension(entry.Name).ToLowerInvariant()))
                    return DocumentErrors.Unsafe;
                if (Unpack(entry, ref left, ct) is { } refusal) return refusal;
            }

            return null;
        }
        catch (InvalidDataException)
        {
            return DocumentErrors.NotAllowedKind;
        }
    }

    private static bool StaysInside(string path) =>
        !path.StartsWith('/') && !path.Contains('\\', StringComparison.Ordinal) && !path.Contains(':', StringComparison.Ordinal)
            && !path.Split('/').Contains("..");

    /// <summary>Counts what really comes out: what an archive says of its sizes can be a lie.</summary>
    private static DomainError? Unpack(ZipArchiveEntry entry, ref long left, CancellationToken ct)
    {
        using var stream = entry.Open();
        using var searched = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            ct.ThrowIfCancellationRequested();
            left -= read;
            if (left < 0) return DocumentErrors.Unsafe;
            if (searched.Length < LargestSearched) searched.Write(buffer, 0, read);
        }

        return KeyCheck.HasPrivateKey(searched.GetBuffer().AsSpan(0, (int)searched.Length)) ? DocumentErrors.PrivateKey : null;
    }
}
