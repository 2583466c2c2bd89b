using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Features.DigitalCertificates.Inspection;
using Ephyto.AdminConsole.Features.IntegrationDocuments;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using Ephyto.AdminConsole.Features.People.Members;
using Ephyto.AdminConsole.Features.Registrations.Staff;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Platform.Uploads;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Platform.Uploads;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Features;

/// <summary>
/// Files made to hold up whoever reads them, and good files with some of their signs changed, for everything in the console that reads what
/// comes from outside. Each is answered, none of them with an exception, in a time that grows with its length alone.
/// </summary>
public sealed class HostileFileTests : IDisposable
{
    private const string Xsd = "http://www.w3.org/2001/XMLSchema";
    private const int Megabyte = 1024 * 1024;

    // Linux only.
    private const string WorkOfThread = "/proc/thread-self/schedstat";

    // Quadratic work on a megabyte takes minutes; what is linear takes a fraction of a second, on a busy machine some.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);
    private static readonly CountryCatalogue Countries = new();
    private readonly ReaderProcess _reader = new(NullLogger<ReaderProcess>.Instance);
    private readonly DocumentInspector _documents;
    private readonly EvidenceInspector _evidence;

    public HostileFileTests()
    {
        var pdf = new PdfCheck(_reader);
        (_documents,
            _evidence) = (new(Options.Create(new DocumentsOptions { MaximumMegabytes = 2 }), pdf, new MarkdownCheck(_reader)), new(pdf));
    }

    public static TheoryData<string, string, string> KeyBaits => new()
    {
        { "----BEGIN ", "A ", "" }, { "----", " ", "" }, { "", "----BEGIN A ", "" }, { "", "----\nBEGIN ", "" },
        { "", "<RSAKeyValue ", "" }, { "<RSAKeyValue>", "<D", "" },
        { "", "-----BEGIN A-----", "" }, { "", "-----BEGIN ", "" }, { "-----BEGIN A-----", "AAAA", "!" }, { "", " ", "!" },
        { "AAAA", " ", "!" }, { "", "\"kty\" ", "" }, { "\"kty\":", "\"d\" ", "" },
    };

    public static TheoryData<string, string> MarkdownBaits => new()
    {
        { ">", "" }, { "[", "" }, { "![", "" }, { "- ", "" }, { "**a ", "" }, { "`a``b", "" }, { "a|", "\n" }, { "<a", "" },
        { "```sequence\nA -> B: c\n```\n", "" },
    };

    public void Dispose() => _reader.Dispose();

    [Theory, MemberData(nameof(KeyBaits))]
    public void A_search_for_keys_looks_at_each_sign_once(string before, string repeated, string after) =>
        InTime(() => KeyCheck.HasPrivateKey(Encoding.ASCII.GetBytes($"{before}{Repeat(repeated, Megabyte / repeated.Length)}{after}")));

    [Fact]
    public void Certificates_that_nest_without_end_are_refused()
    {
        foreach (var bait in (byte[][])[[.. Enumerable.Repeat((byte[])[0x30, 0x80], 30_000).SelectMany(b => b)],
            [0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF], [.. Enumerable.Repeat((byte)0x30, 60_000)]])
            InTime(() => Assert.NotNull(CertificateInspector.Inspect(bait).Error));
        InTime(() =>
            Assert.NotNull(
                CertificateInspector.Inspect(Encoding.ASCII.GetBytes(Repeat("-----BEGIN CERTIFICATE-----\n", 2000))).Error));
    }

    [Theory]
    [InlineData("<a>", "", 1_000_000)]
    [InlineData("<a xmlns:b='c'>", "", 100_000)]
    public void XML_that_nests_without_end_is_refused(string open, string after, int times) =>
        InTime(() =>
            Assert.NotNull(
                XmlCheck.Root(Encoding.UTF8.GetBytes($"<schema xmlns='{Xsd}'>{Repeat(open, times)}{after}"), Xsd, "schema", default)));

    [Fact]
    public void XML_with_more_attributes_than_a_schema_has_is_refused() => InTime(() => Assert.Equal(
        DocumentErrors.Unsafe,
        XmlCheck.Root(
            Encoding.UTF8.GetBytes(
                $"<schema xmlns='{Xsd}'><a {string.Join(' ', Enumerable.Range(0, 50_000).Select(n => $"b{n}=''"))}/></schema>"), Xsd,
                "schema", default)));

    [Fact]
    public void An_archive_of_more_files_than_anybody_needs_is_refused_before_they_are_listed() => InTime(() =>
    {
        var mark = "PK\u0001\u0002"u8.ToArray();
        Assert.Equal(DocumentErrors.Unsafe,
            ZipCheck.Check([.. "PK\u0003\u0004"u8.ToArray(), .. Enumerable.Repeat(mark, 400_000).SelectMany(b => b)], default));
    });

    [Fact]
    public void A_sheet_of_empty_columns_is_not_looked_through_for_each_cell() => InTime(() =>
    {
        var header = $"{new string(',', Megabyte)}country,name,email";
        Read($"{header}\n{Repeat("x,y\n", 5000)}");
        Read(Repeat("country,", 200_000));
        Read($"country;kind;name;email\n{Repeat("Republic of Nowhere;a;b;c\n", 4999)}");
        Read($"country,name\n{Repeat("\"", 100_001)}");
    });

    [Fact]
    public void Addresses_pasted_by_the_thousand_are_read() => InTime(() =>
    {
        foreach (var bait in (string[])["a,", "<", "a@b.cd,", "\"<>,", "<a@b.cd;", "@"])
            _ = PastedAddresses.Parse($"{Repeat(bait, 20_000)}<").Count;
    });

    [Theory, MemberData(nameof(MarkdownBaits))]
    public async Task Markdown_is_tried_in_a_process_of_its_own(string repeated, string after) =>
        _ = await new MarkdownCheck(_reader).CanBeShownAsync(Encoding.UTF8.GetBytes($"# A\n\n{Repeat(repeated, 30_000)}{after}"),
            TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_table_of_many_columns_and_rows_is_refused_and_an_honest_document_is_taken()
    {
        var check = new MarkdownCheck(_reader);
        Assert.False(
            await check.CanBeShownAsync(Encoding.UTF8.GetBytes($"{Repeat("a|", 20_000)}\n{Repeat("-|", 20_000)}\n{Repeat("a|\n", 20_000)}"),
                default));
        Assert.True(await check.CanBeShownAsync("# Guide\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"u8.ToArray(), default));
    }

    [Fact]
    public void Good_files_with_some_of_their_signs_changed_are_answered()
    {
        using var certificate = MadeCertificate.Ec();
        using var rsa = SharedKeys.Rsa();
        byte[][] good =
        [
            certificate.RawData, MadeCertificate.Pem(certificate), rsa.ExportPkcs8PrivateKey(),
            Encoding.ASCII.GetBytes(rsa.ExportRSAPrivateKeyPem()), Zip(),
            Encoding.UTF8.GetBytes($"<xs:schema xmlns:xs='{Xsd}'><xs:element name='a' type='xs:string'/></xs:schema>"),
            [.. "country,kind,name,email\nFR,OfficialContactPoint,Awa Kouassi,awa@example.org\n"u8,
                .. "CI,OfficialContactPoint,\"A, B\",b@example.org\n"u8],
            "# Guide\n\nText *with* [a link](https://example.org).\n"u8.ToArray(), "42:0123456789abcdef"u8.ToArray(),
        ];
        var random = new Random(20261129);
        foreach (var whole in good)
        {
            for (var round = 0; round < 120; round++) InTime(() => ReadAll(Mutation.Of(whole, random)));
        }
    }

    [Fact]
    public async Task A_changed_document_that_is_taken_can_be_shown()
    {
        var random = new Random(20261130);
        byte[] whole =
        [
            .. "# Guide\n\n## A [link](https://example.org)\n\n> - *a*\n> 1. **b** `c`\n\n|a|b|\n|---|---|\n|1|2|\n\n```sequence\n"u8,
            .. "A -> B: c\nB --> A: d\n```\n"u8,
        ];
        var taken = 0;
        for (var round = 0; round < 40; round++)
        {
            var content = Mutation.Of(whole, random);
            if ((await _documents.InspectAsync("a.md", content, default)).Error is not null) continue;
            taken++;
            InTime(() =>
            {
                var text = MarkdownText.Parse(content);
                _ = text.Render("a").Html.Length + DocumentChapter.Of(text).Sum(chapter => chapter.Text.Length);
            });
        }

        Assert.InRange(taken, 1, 39);
    }

    [Fact]
    public async Task A_changed_PDF_is_answered_alike_as_a_document_and_as_evidence()
    {
        var random = new Random(20261130);
        var whole = PdfOfMarkdown.Write(MarkdownText.Parse("# Guide\n\nText."), new("a", "a"));
        Assert.Null((await _evidence.InspectAsync(whole, default)).Error);
        for (var round = 0; round < 12; round++)
        {
            var content = Mutation.Of(whole, random);
            var (document, evidence) = (await _documents.InspectAsync("a.pdf", content, default),
                await _evidence.InspectAsync(content, default));
            Assert.Equal(document.Error is null, evidence.Error is null);
        }
    }

    private void ReadAll(byte[] content)
    {
        _ = KeyCheck.HasPrivateKey(content);
        _ = CertificateInspector.Inspect(content).Error;
        _ = XmlCheck.Root(content, Xsd, "schema", default);
        _ = ZipCheck.Check(content, default);
        _ = TextCheck.Markdown(content);
        _ = new DirectoryCsvReader(Countries).Read(content);
        _ = AuditHead.TryParse(Encoding.UTF8.GetString(content));
        _ = PastedAddresses.Parse(Encoding.UTF8.GetString(content));
        _ = FileNames.Clean(Encoding.UTF8.GetString(content), "a");
        // Neither of these waits for a process of its own.
        foreach (var name in (string[])["a.xsd", "a.wsdl", "a.zip", "a.txt"])
            Assert.True(_documents.InspectAsync(name, content, default).IsCompletedSuccessfully);
        Assert.True(content.AsSpan().StartsWith("%PDF-"u8) || _evidence.InspectAsync(content, default).IsCompletedSuccessfully);
    }

    private static void Read(string csv) => _ = new DirectoryCsvReader(Countries).Read(Encoding.UTF8.GetBytes(csv));

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = archive.CreateEntry("samples/a.xml").Open();
            stream.Write("<a/>"u8);
        }

        return bytes.ToArray();
    }

    /// <summary>How long this thread has worked: on a busy machine it also waits, which is not the file's fault.</summary>
    private static TimeSpan Worked() => File.Exists(WorkOfThread)
        ? TimeSpan.FromTicks(
            long.Parse(File.ReadAllText(WorkOfThread).Split(' ')[0], CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick)
        : Stopwatch.GetElapsedTime(0);

    private static void InTime(Action read)
    {
        var since = Worked();
        read();
        var taken = Worked() - since;
        Assert.True(taken < Longest, $"It took {taken.TotalSeconds:0.0} s.");
    }
}
