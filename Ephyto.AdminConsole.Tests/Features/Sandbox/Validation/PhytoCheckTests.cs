using System.Net;
using System.Text;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Connections;
using Microsoft.Extensions.Time.Testing;
using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationLevel;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Validation;

/// <summary>The rules for the XML of a certificate, on samples in which one thing is wrong.</summary>
public sealed class PhytoCheckTests
{
    private static readonly PhytoCheck Check = new(new PhytoCountries(new CountryCatalogue()), new FakeTimeProvider(BrokenCertificate.Now));

    public static TheoryData<int, string> Cases =>
        [.. BrokenCertificates.All.Index().Select(one => new TheoryDataRow<int, string>(one.Index, one.Item.Code))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_wrong_is_found_where_it_is_and_nothing_else(int number, string code)
    {
        var (type, _, field, change) = BrokenCertificates.All.ElementAt(number);

        var finding = Assert.Single(Check.Check(change(new(type)).Content, null));

        Assert.Equal((code, $"SPSCertificate/{field}"), (finding.Code, finding.Field));
    }

    [Theory]
    [InlineData(851, 70)]
    [InlineData(851, 40)]
    [InlineData(657, 70)]
    [InlineData(657, 40)]
    public void A_sample_passes_by_its_own_and_in_its_envelope(int type, int status)
    {
        var address = BrokenCertificate.Address with { CertificateType = type, CertificateStatus = status };
        var content = SampleCertificate.Make(address, BrokenCertificate.Now);

        Assert.Empty(Check.Check(content, null));
        Assert.Empty(Check.Check(content, new("XA", "XB2", type, status, "SAMPLE-1")));
        Assert.Contains("NOT A PHYTOSANITARY CERTIFICATE", content, StringComparison.Ordinal);
        Assert.StartsWith("SAMPLE-LK-20260302090000-", SampleCertificate.NewNumber("LK2", BrokenCertificate.Now), StringComparison.Ordinal);
    }

    [Fact]
    public void A_partner_of_the_sandbox_is_told_once_by_its_code()
    {
        var content = SampleCertificate.Make(BrokenCertificate.Address, BrokenCertificate.Now);

        Assert.All(PartnerCountries.Find(content), finding => Assert.Equal("CountryOfPartner", finding.Code));
        Assert.NotEmpty(PartnerCountries.Find(content));
        Assert.Empty(PartnerCountries.Find(content.Replace(">XA<", ">FR<", StringComparison.Ordinal)
            .Replace(">XB<", ">DE<", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("NumberUnlikeHeader", "NPPOCertificateNumber", "XA", "XB", 851, 70, "SAMPLE-2")]
    [InlineData("TypeUnlikeHeader", "CertificateType", "XA", "XB", 657, 70, "SAMPLE-1")]
    [InlineData("StatusUnlikeHeader", "CertificateStatus", "XA", "XB", 851, 40, "SAMPLE-1")]
    [InlineData("FromUnlikeExport", "From", "LK2", "XB", 851, 70, "SAMPLE-1")]
    [InlineData("ToUnlikeImport", "To", "XA", "LK", 851, 70, "SAMPLE-1")]
    public void A_header_that_says_something_else_is_severe(
        string code, string field, string from, string to, int type, int status, string number)
    {
        var finding = Assert.Single(
            Check.Check(new BrokenCertificate(PhytoType.Phytosanitary).Content, new(from, to, type, status, number)));

        Assert.Equal((code, field, Severe), (finding.Code, finding.Field, finding.Level));
    }

    [Fact]
    public void A_recipient_that_stands_for_several_countries_takes_a_certificate_of_each()
    {
        var content = new BrokenCertificate(PhytoType.Phytosanitary).Content;

        Assert.Empty(Check.Check(content, new("XA", "EU", 851, 70, "SAMPLE-1")));
    }

    public static TheoryData<string, string[]> Contents
    {
        get
        {
            var xml = new BrokenCertificate(PhytoType.Phytosanitary).Content;
            var in16 = $"<?xml version=\"1.0\" encoding=\"utf-16\"?>{xml}";
            return new()
            {
                { in16, [] },
                { $"\uFEFF{in16}", [] },
                { $"\n  {in16}", [] },
                { Convert.ToBase64String(Encoding.UTF8.GetBytes(xml), Base64FormattingOptions.InsertLineBreaks), ["Base64"] },
                { Convert.ToBase64String([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(in16)]), ["Base64"] },
                { Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(in16)), ["Base64"] },
                { Convert.ToBase64String(Encoding.Latin1.GetBytes(xml.Replace("Sample "
                    + "town", "Büro", StringComparison.Ordinal))), ["NotUtf8", "Base64"] },
                { WebUtility.HtmlEncode(xml), ["EscapedTwice"] },
                { Encoding.Latin1.GetString([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(xml)]), ["MarkMisread"] },
                { "", ["ContentMissing"] },
                { " \uFEFF ", ["ContentMissing"] },
                { "Phytosanitary certificate No. 7", ["NotXml"] },
                { Convert.ToBase64String("%PDF-1.4"u8), ["NotXml"] },
                { xml[..^20], ["NeverClosed"] },
                { xml.Replace("mangoes, fresh", "mangoes & more", StringComparison.Ordinal), ["NotWellFormed"] },
                { $"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>{xml}</s:Body></s:Envelope>",
                    ["RootIsMessage"] },
                { "<SPSCertificate xmlns='urn:un:unece:uncefact:data:standard:SPSCertificate:5'/>", ["RootNamespace"] },
                { "<SPSImportPermit xmlns='urn:other'/>", ["RootUnknown"] },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_content_is_read_as_clients_send_it(string content, string[] codes) =>
        Assert.Equal(codes, Check.Check(content, null).Select(finding => finding.Code));

    [Theory]
    [InlineData("<x>", "NeverClosed", "x", "1", "1", "1", "4")]
    [InlineData("<x>\r\n  <a:y xmlns:a='u'>text\n", "NeverClosed", "a:y", "2", "3", "3", "1")]
    [InlineData("<x><y/><!-- cut", "NeverClosed", "x", "1", "1", "1", "16")]
    [InlineData("<x>\n  <y>\n</x>", "NotClosedBefore", "y", "2", "3", "3", "1")]
    [InlineData("<x><y></yy></x>", "NotClosedBefore", "y", "1", "4", "1", "7")]
    [InlineData("<x>\n a & b</x>", "NotWellFormed", "2", "5")]
    [InlineData("<x", "NotWellFormed", "1", "3")]
    [InlineData("<!-- nothing -->", "NotWellFormed", "1", "17")]
    public void What_is_never_closed_is_named_with_where_it_begins_and_where_the_text_ends(
        string content, string code, params string[] told)
    {
        var finding = Assert.Single(Check.Check(content, null));

        Assert.Equal(code, finding.Code);
        Assert.Equal(told, finding.Arguments);
    }

    /// <summary>The prefix is free, and so are those that nobody uses.</summary>
    [Fact]
    public void Prefixes_do_not_matter()
    {
        var xml = new BrokenCertificate(PhytoType.ReExport).Content.Replace("rsm:", "ns0:", StringComparison.Ordinal)
            .Replace(":rsm", ":ns0", StringComparison.Ordinal).Replace("<rsm", "<ns0", StringComparison.Ordinal);

        Assert.Empty(Check.Check(xml, null));
    }

    public static TheoryData<string, string> Attacks => new()
    {
        { "DocumentType", "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>" },
        { "DocumentType", "<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&f;</a>" },
        { "DocumentType", "<?xml version='1.0'?>\n<!-- a --><?b ?>\n<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a/>" },
        { "TooDeep", string.Concat(Enumerable.Repeat("<a>", 500_000)) },
        { "TooManyElements", $"<a>{string.Concat(Enumerable.Repeat("<b/>", 500_000))}</a>" },
        { "TooManyAttributes", $"<a {string.Concat(Enumerable.Range(0, 200_000).Select(n => $"b{n}='>' "))}/>" },
        { "RootUnknown", $"<a>{string.Concat(Enumerable.Repeat("c<!---->", 400_000))}</a>" },
        { "RootUnknown", $"<a b=\"{new string('c', 4_000_000)}\"/>" },
        { "NotXml", new string('Q', 4_000_000) },
        { "NotWellFormed", $"<{new string('<', 4_000_000)}" },
        { "TooLong", $"<a>{new string('c', 5_000_000)}</a>" },
    };

    [Theory]
    [MemberData(nameof(Attacks), DisableDiscoveryEnumeration = true)]
    public void What_is_sent_to_do_harm_is_answered_with_one_finding_in_bounded_memory(string code, string content)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var finding = Assert.Single(Check.Check(content, null));

        Assert.Equal((code, Severe), (finding.Code, finding.Level));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64_000_000);
    }

    /// <summary>Work in proportion to the length, whatever is wrong: as many lines as are allowed, and all of them wrong.</summary>
    [Fact]
    public void Of_thousands_of_mistakes_the_first_are_listed_without_work_for_the_others()
    {
        var certificate = new BrokenCertificate(PhytoType.Phytosanitary);
        var line = new XElement(BrokenCertificate.Ram + "IncludedSPSTradeLineItem",
            new XElement(BrokenCertificate.Ram + "Description", "NULL"));
        certificate.At(BrokenCertificate.L).AddAfterSelf(Enumerable.Repeat(line, 9_900));
        var content = certificate.Content;

        // Where each of them stands is found out by looking at all of them: done for every one, this would fill a gigabyte.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var findings = Check.Check(content, null);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 128_000_000);
        Assert.Equal(200, findings.Count);
        Assert.Equal("MoreFindings", findings[^1].Code);
    }

    /// <summary>Who fills the list with trifles gets nothing past it.</summary>
    [Fact]
    public void However_much_is_found_that_is_not_severe_what_is_severe_is_listed_first()
    {
        var certificate = new BrokenCertificate(PhytoType.Phytosanitary);
        certificate.At(BrokenCertificate.S).Add(
            Enumerable.Range(0, 300).Select(_ => new XElement(BrokenCertificate.Ram + "Unheard", new XAttribute("languageID", "?"))));
        var sound = Check.Check(certificate.Content, new("XA", "XB", 851, 70, "SAMPLE-1"));
        Assert.Equal((200, "MoreFindings"), (sound.Count, sound[^1].Code));
        Assert.DoesNotContain(sound, finding => finding.Level == Severe);

        var findings = Check.Check(certificate.Content, new("XA", "XB", 851, 70, "SAMPLE-2"));

        Assert.Equal((200, "NumberUnlikeHeader", Severe), (findings.Count, findings[0].Code, findings[0].Level));
        Assert.Equal("MoreFindings", findings[^1].Code);
    }

    [Fact]
    public void What_is_quoted_of_a_certificate_is_cut()
    {
        var certificate = new BrokenCertificate(PhytoType.Phytosanitary)
            .Set($"{BrokenCertificate.D}/TypeCode", new string('x', 79) + "😀" + new string('x', 1_000));

        var finding = Assert.Single(Check.Check(certificate.Content, null), one => one.Code == "TypeUnknown");

        Assert.Equal($"{new string('x', 79)}😀…", Assert.Single(finding.Arguments));
    }
}
