using System.IO.Compression;
using System.Text;
using Ephyto.AdminConsole.Features.IntegrationDocuments;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;
using Ephyto.AdminConsole.Platform.Uploads;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace Ephyto.AdminConsole.Tests.Features.IntegrationDocuments;

/// <summary>Files that people upload, by mistake or in bad faith.</summary>
public sealed class DocumentInspectorTests : IDisposable
{
    private const string Wsdl = "<definitions xmlns=\"http://schemas.xmlsoap.org/wsdl/\"/>";
    private readonly ReaderProcess _reader = new(NullLogger<ReaderProcess>.Instance);
    private readonly DocumentInspector _inspector;

    public DocumentInspectorTests() =>
        _inspector = new(Options.Create(new DocumentsOptions { MaximumMegabytes = 2 }), new PdfCheck(_reader), new MarkdownCheck(_reader));

    public void Dispose() => _reader.Dispose();

    public static TheoryData<string, string, DocumentFormat> Good => new()
    {
        { "guide.md", "# Guide\n\nText with *stress*.", DocumentFormat.Markdown },
        { "Hub.WSDL", Wsdl, DocumentFormat.Wsdl },
        { "types.xsd", "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>", DocumentFormat.Xsd },
    };

    public static TheoryData<string, string> OtherThanItsName => new()
    {
        { "page.pdf", "<!doctype html><script>alert(1)</script>" },
        { "page.md", "<!DOCTYPE html><p>Hello</p>" },
        { "picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>" },
        { "schema.xsd", Wsdl },
        { "broken.wsdl", "<definitions xmlns=\"http://schemas.xmlsoap.org/wsdl/\">" },
        { "program.exe", "MZ" },
        { "noending", "# Text" },
        { "archive.zip", "PK but nothing of an archive" },
        { "half.pdf", "%PDF-1.7 and nothing else" },
        { "control.md", "\u0000\u0001" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public async Task What_is_what_its_name_says_is_taken(string name, string content, DocumentFormat format)
    {
        var file = (await InspectAsync(name, content)).Value;

        Assert.Equal((format, Encoding.UTF8.GetByteCount(content), 64), (file.Format, (int)file.Size, file.Sha256.Length));
    }

    [Theory]
    [MemberData(nameof(OtherThanItsName))]
    public async Task What_is_something_else_is_refused(string name, string content) =>
        Assert.Equal(DocumentErrors.NotAllowedKind, (await InspectAsync(name, content)).Error);

    [Fact]
    public async Task Markdown_with_script_in_it_and_XML_that_declares_entities_are_refused()
    {
        Assert.Equal(DocumentErrors.Unsafe, (await InspectAsync("a.md", "# Guide\n<SCRIPT>alert(1)</SCRIPT>")).Error);
        Assert.Equal(DocumentErrors.Unsafe, (await InspectAsync("a.md", "<svg onload=x>")).Error);
        Assert.Equal(DocumentErrors.Unsafe,
            (await InspectAsync("a.wsdl", $"<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>{Wsdl}")).Error);
    }

    [Fact]
    public async Task Nothing_and_too_much_are_refused()
    {
        Assert.Equal(DocumentErrors.Empty, (await InspectAsync("a.md", "")).Error);
        Assert.Equal(DocumentErrors.TooLarge, (await _inspector.InspectAsync("a.md", new byte[(2 * 1024 * 1024) + 1], default)).Error);
    }

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN EC PRIVATE KEY-----")]
    [InlineData("-----BEGIN ENCRYPTED PRIVATE KEY-----")]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----")]
    [InlineData("-----BEGIN PGP PRIVATE KEY BLOCK-----")]
    [InlineData("PuTTY-User-Key-File-3: ssh-rsa")]
    public async Task A_private_key_is_found_in_text_in_UTF_16_and_inside_an_archive(string armour)
    {
        Assert.Equal(DocumentErrors.PrivateKey, (await InspectAsync("a.md", $"Our key:\n{armour}\nMIIE")).Error);
        Assert.Equal(DocumentErrors.PrivateKey, (await _inspector.InspectAsync("a.md", Encoding.Unicode.GetBytes(armour), default)).Error);
        Assert.Equal(DocumentErrors.PrivateKey,
            (await _inspector.InspectAsync("a.zip", Zip(("samples/client.pem", Encoding.UTF8.GetBytes(armour))), default)).Error);
    }

    [Fact]
    public async Task An_archive_stays_in_its_folder_and_holds_no_program_and_no_bomb()
    {
        Assert.Equal(DocumentFormat.Zip,
            (await _inspector.InspectAsync("a.zip", Zip(("samples/a.xml", "<a/>"u8.ToArray())), default)).Value.Format);
        foreach (var name in new[] { "../a.xml", "/a.xml", "a\\b.xml", "C:/a.xml", "run.exe", "page.html", "inner.zip" })
            Assert.Equal(DocumentErrors.Unsafe, (await _inspector.InspectAsync("a.zip", Zip((name, "<a/>"u8.ToArray())), default)).Error);

        var bomb = Zip([.. Enumerable.Range(0, 3).Select(number => ($"{number}.txt", new byte[80 * 1024 * 1024]))]);
        Assert.True(bomb.Length < 2 * 1024 * 1024);
        Assert.Equal(DocumentErrors.Unsafe, (await _inspector.InspectAsync("a.zip", bomb, default)).Error);
    }

    [Fact]
    public async Task A_PDF_opens_and_does_nothing_by_itself()
    {
        using var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4);
        var plain = builder.Build();
        Assert.Equal(DocumentFormat.Pdf, (await _inspector.InspectAsync("a.pdf", plain, default)).Value.Format);

        const string active = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>\nendobj\n"
            + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"
            + "trailer\n<</Root 1 0 R/Size 4>>\n%%EOF\n";
        Assert.Equal(DocumentErrors.Unsafe, (await InspectAsync("a.pdf", active)).Error);
    }

    [Theory]
    [InlineData("../../etc/passwd.md", "passwd.md")]
    [InlineData("C:\\Users\\me\\guide.MD", "guide.md")]
    [InlineData("a\"b\r\nc;d.md", "ab cd.md")]
    [InlineData(".md", "document.md")]
    [InlineData("دليل.md", "دليل.md")]
    public async Task Of_a_name_only_the_last_part_without_dangerous_signs_is_kept(string given, string kept) =>
        Assert.Equal(kept, (await InspectAsync(given, "# A")).Value.Name);

    private Task<Result<DocumentFile>> InspectAsync(string name, string content) =>
        _inspector.InspectAsync(name, Encoding.UTF8.GetBytes(content), default);

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
