using System.IO.Compression;
using System.Text;
using Ephyto.AdminConsole.Platform.Uploads;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ephyto.AdminConsole.Tests.Platform.Uploads;

/// <summary>PDF files made to end or to hold up whoever opens them. The console says what they are and goes on.</summary>
public sealed class HurtfulPdfTests : IDisposable
{
    private const string Pages =
        "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> "
            + "endobj\n";
    private readonly ReaderProcess _reader = new(NullLogger<ReaderProcess>.Instance);

    public void Dispose() => _reader.Dispose();

    [Fact]
    public async Task A_chain_of_sixty_thousand_is_walked_to_its_end()
    {
        Assert.Equal(PdfFinding.Good, await CheckAsync(Chain("")));
        Assert.Equal(PdfFinding.Active, await CheckAsync(Chain("/S /JavaScript")));
    }

    private const string File = "<< /Type /Filespec /F (a.exe) /EF << /F << /Length 4 >> >> >>";

    [Theory]
    [InlineData("/Names << /EmbeddedFiles << /Names [(a.exe) " + File + "] >> >>")]
    [InlineData("/AF [<< /UF (a.exe) /EF << /UF 9 0 R >> >>]")]
    [InlineData("/X << /Subtype /FileAttachment /FS (a.exe) >>")]
    [InlineData("/AcroForm << /Fields [] /XFA (form) >>")]
    [InlineData("/OpenAction << /S /URI /URI (https://evil.example/) >>")]
    [InlineData("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [<< /S /URI /URI (https://evil.example/) >>] >>")]
    [InlineData("/AA << /WC << /Type /Page /S /GoTo /Next << /S /URI /URI (https://evil.example/) >> >> >>")]
    [InlineData("/OpenAction << /S /GoToR /F (\\\\\\\\evil.example\\\\share\\\\x.pdf) /D [0 /Fit] >>")]
    [InlineData("/OpenAction << /S /GoToE /F (x.pdf) >>")]
    [InlineData("/X << /S /Rendition >>")]
    [InlineData("/X << /Subtype /Movie >>")]
    [InlineData("/X << /S /Sound >>")]
    [InlineData("/X << /S /Launch /F (a.exe) >>")]
    [InlineData("/OpenAction << /S /JavaScript /JS (x) >>")]
    public void What_acts_by_itself_or_carries_a_file_is_found(string inCatalog) =>
        Assert.Equal(PdfFinding.Active, PdfCheck.Judge(Whole(inCatalog)));

    [Theory]
    [InlineData("/OpenAction [3 0 R /Fit]")]
    [InlineData("/OpenAction << /S /GoTo /D [3 0 R /XYZ 0 0 0] >>")]
    [InlineData("/OpenAction [3 0 R null] /X << /Type /Annot /Subtype /Link /A << /S /URI /URI (https://www.ippc.int/) >> >>")]
    [InlineData("/X << /Font << /EF << /Name (x) >> >> >>")]
    public void A_page_to_begin_with_and_links_are_good(string inCatalog) =>
        Assert.Equal(PdfFinding.Good, PdfCheck.Judge(Whole(inCatalog)));

    [Theory]
    [InlineData("deep arrays")]
    [InlineData("deep dictionaries")]
    [InlineData("pages in a circle")]
    [InlineData("tables in a circle")]
    [InlineData("a huge count")]
    [InlineData("a bomb")]
    public async Task What_ends_or_holds_up_its_reader_is_refused_or_read(string kind) =>
        Assert.Contains(await CheckAsync(Made(kind)), (PdfFinding[])[PdfFinding.NoPdf, PdfFinding.Good, PdfFinding.Active]);

    [Fact]
    public async Task Whoever_leaves_is_not_waited_for()
    {
        using var gone = new CancellationTokenSource();
        var waiting = new PdfCheck(_reader).CheckAsync(Chain(""), gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(PdfFinding.Good, await CheckAsync(Whole("")));
    }

    [Fact]
    public async Task A_process_that_dies_refuses_the_file_and_nothing_else()
    {
        Assert.Null(await _reader.ReadAsync("no-such-command", [1, 2, 3], CancellationToken.None));
        Assert.Equal(PdfFinding.Good, await CheckAsync(Whole("")));
    }

    [Fact]
    public async Task A_file_with_some_of_its_signs_changed_is_judged()
    {
        var random = new Random(20261130);
        var whole = Whole("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>");
        for (var round = 0; round < 12; round++)
        {
            var changed = Mutation.Of(whole, random);
            "%PDF-"u8.CopyTo(changed);
            await CheckAsync(changed);
        }
    }

    internal static byte[] Whole(string inCatalog) => Encoding.Latin1.GetBytes(
        $"%PDF-1.4\n{Catalog(inCatalog)}{Pages}trailer << /Root 1 0 R /Size 4 >>\n%%EOF\n");

    private static string Catalog(string further) => $"1 0 obj << /Type /Catalog /Pages 2 0 R {further} >> endobj\n";

    private Task<PdfFinding> CheckAsync(byte[] content) => new PdfCheck(_reader).CheckAsync(content, TestContext.Current.CancellationToken);

    private static byte[] Chain(string atItsEnd)
    {
        const int length = 60_000;
        var text = new StringBuilder("%PDF-1.4\n").Append(Catalog("/Next 4 0 R")).Append(Pages);
        List<int> places = [0,
            .. Enumerable.Range(1, 3).Select(number => text.ToString().IndexOf($"{number} 0 obj", StringComparison.Ordinal))];
        for (var number = 4; number < length; number++)
        {
            places.Add(text.Length);
            text.Append(null, $"{number} 0 obj << {(number + 1 < length ? $"/Next {number + 1} 0 R" : atItsEnd)} >> endobj\n");
        }

        var table = text.Length;
        text.Append(null, $"xref\n0 {length}\n0000000000 65535 f \n");
        foreach (var place in places.Skip(1)) text.Append(null, $"{place:D10} 00000 n \n");
        return Encoding.Latin1.GetBytes(text.Append(null, $"trailer << /Root 1 0 R /Size {length} >>\nstartxref\n{table}\n%%EOF\n")
            .ToString());
    }

    private static byte[] Made(string kind)
    {
        switch (kind)
        {
            case "deep arrays":
                return Whole($"/A {new string('[', 300_000)}{new string(']', 300_000)}");
            case "deep dictionaries":
                return Whole($"/A {string.Concat(Enumerable.Repeat("<</B ", 100_000))}1{string.Concat(Enumerable.Repeat(">>", 100_000))}");
            case "pages in a circle":
                return Encoding.Latin1.GetBytes(
                    $"%PDF-1.4\n{Catalog("")}2 0 obj << /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >> endobj\ntrailer << /Root 1 0 R /Size "
                        + "3 >>\n%%EOF\n");
            case "tables in a circle":
                var body = $"%PDF-1.4\n{Catalog("")}{Pages}";
                return Encoding.Latin1.GetBytes(
                    $"{body}xref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R /Size 4 /Prev {body.Length} >>\nstartxref\n"
                        + $"{body.Length}\n%%EOF\n");
            case "a huge count":
                var counted = $"%PDF-1.4\n{Catalog("")}{Pages}";
                return Encoding.Latin1.GetBytes(
                    $"{counted}xref\n0 2147483647\n0000000000 65535 f \ntrailer << /Root 1 0 R /Size 2147483647 >>\nstartxref\n"
                        + $"{counted.Length}\n%%EOF\n");
            default:
                using (var packed = new MemoryStream())
                {
                    using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
                    {
                        var zeros = new byte[1024 * 1024];
                        for (var megabyte = 0; megabyte < 600; megabyte++) deflate.Write(zeros);
                    }

                    var stream = Encoding.Latin1.GetString(packed.ToArray());
                    return Encoding.Latin1.GetBytes(
                        $"%PDF-1.5\n{Catalog("/A 5 0 R")}{Pages}4 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
                            + $"{packed.Length} >> stream\n{stream}\nendstream endobj\n"
                        + "trailer << /Root 1 0 R /Size 6 >>\n%%EOF\n");
                }
        }
    }
}
