using System.Text;
using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.AdminConsole.Tests.Features.ContactPoints.Import;

/// <summary>What people and their spreadsheets make of a file, and what hostile people make of it.</summary>
public sealed class DirectoryCsvReaderTests
{
    private const string Header = "country,kind,family_name,email";
    private static readonly DirectoryCsvReader Reader = new(new CountryCatalogue());

    [Theory]
    [InlineData("country,kind,family_name,email\nCI,official,Office,office@example.org")]
    [InlineData("\uFEFFcountry,kind,family_name,email\r\nCI,official,Office,office@example.org\r\n\r\n")]
    [InlineData("country;kind;family_name;email\nCI;official;Office;office@example.org")]
    [InlineData("sep=;\ncountry;kind;family_name;email\nCI;official;Office;office@example.org")]
    [InlineData("country\tkind\tfamily_name\temail\nCI\tofficial\tOffice\toffice@example.org")]
    [InlineData("EMAIL , Family_Name,KIND,Country\n OFFICE@example.org,\" Office \",Official,ci")]
    [InlineData("country,kind,family_name,email,,\nCI,official,Office,office@example.org,,\n,,,,,")]
    [InlineData("country,kind,family_name,email,phone,job_title\nCI,official,Office,office@example.org")]
    public void The_same_entry_is_read_from_whatever_a_spreadsheet_writes(string text)
    {
        var csv = Read(text);

        Assert.Empty(csv.Faults);
        var line = Assert.Single(csv.Lines);
        var details = line.DetailsAfter(null);
        Assert.Equal(("CI", ContactPointKind.OfficialContactPoint, "Office", "office@example.org", "en"),
            (line.CountryCode, details.Kind, details.FamilyName, details.Email, details.PreferredLanguage));
    }

    [Fact]
    public void An_address_may_have_several_lines_and_the_lines_after_it_are_still_counted_right()
    {
        var csv =
            Read($"{Header},address\nCI,official,Office,office@example.org,\"Plateau\r\nAbidjan, \"\"Annexe\"\"\"\nXX,official,Office,"
                + "office@example.org,");

        Assert.Equal("Plateau\nAbidjan, \"Annexe\"", csv.Lines[0].DetailsAfter(null).Address);
        Assert.Equal((CsvFaultKind.UnknownCountry, 4), (csv.Faults[0].Kind, csv.Faults[0].Line));
    }

    [Fact]
    public void A_column_that_is_not_there_leaves_what_is_on_file_and_an_empty_cell_empties_it()
    {
        var before = new ContactPointDetails(ContactPointKind.LocalContact, "Ms", "Awa", "Kouassi", "Director", "Ministry", "Abidjan",
            "+225", "old@example.org", "fr");

        var after = Read($"{Header},job_title\nCI,official,Office,office@example.org,").Lines[0].DetailsAfter(before);

        Assert.Equal(
            before with { Kind = ContactPointKind.OfficialContactPoint, FamilyName = "Office", Email = "office@example.org",
                JobTitle = "" }, after);
    }

    [Theory]
    [InlineData("", "Empty")]
    [InlineData(" \r\n ", "Empty")]
    [InlineData("\uFEFF", "Empty")]
    [InlineData(",,,", "Empty")]
    [InlineData(Header, "NoLines")]
    [InlineData($"{Header}\n,,,\n\n", "NoLines")]
    [InlineData("country,family_name\nCI,Office", "MissingColumn@1 kind, MissingColumn@1 email")]
    [InlineData("country|kind|family_name|email",
        "MissingColumn@1 country, MissingColumn@1 kind, MissingColumn@1 family_name, MissingColumn@1 email, UnknownColumn@1 "
            + "country|kind|family_name|email")]
    [InlineData($"{Header},Email,e-mail\nCI,official,Office,a@example.org,b@example.org,c@example.org",
        "UnknownColumn@1 e-mail, DoubleColumn@1 email")]
    [InlineData($"{Header}\nCI,official,Office", "NothingThere@2 email")]
    [InlineData($"{Header}\nCI,official,Office, of Abidjan,office@example.org", "TooManyCells@2 ")]
    [InlineData($"{Header},\nCI,official,Office,office@example.org,stray", "UnnamedColumn@2 ")]
    [InlineData($"{Header}\n,official,Office,office@example.org", "CountryMissing@2 country")]
    [InlineData($"{Header}\nXX,official,Office,office@example.org", "UnknownCountry@2 country")]
    [InlineData($"{Header}\nGhana,official,Office,office@example.org", "LooksLikeCountry@2 country")]
    [InlineData($"{Header}\nXX,boss,,nobody",
        "UnknownCountry@2 country, NothingThere@2 family_name, UnknownKind@2 kind, InvalidEmail@2 email")]
    [InlineData($"{Header},language\nCI,official,Office,office@example.org,klingon", "UnknownLanguage@2 language")]
    [InlineData($"{Header}\nCI,official,Office,a@example.org\nGH,official,Office,b@example.org\nci,official,Office,c@example.org",
        "DoubleCountry@4 country")]
    [InlineData($"{Header}\nCI,official,Office,office@example.org; second@example.org", "InvalidEmail@2 email")]
    public void What_is_wrong_is_told_with_its_line_and_column(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Read(text).Faults.Select(Told)));

    [Theory]
    [InlineData("=HYPERLINK(\"\"http://evil.example\"\")", false)]
    [InlineData("+cmd|' /C calc'!A0", false)]
    [InlineData("-2+3", false)]
    [InlineData("@SUM(1)", false)]
    [InlineData("'=harmless", true)]
    [InlineData("Office = two", true)]
    [InlineData("'t Hooft", true)]
    public void A_formula_is_refused_unless_an_apostrophe_makes_it_a_text(string name, bool taken)
    {
        var csv = Read($"{Header}\nCI,official,\"{name}\",office@example.org");

        if (taken) Assert.Empty(csv.Faults);
        else Assert.Equal("Formula@2 family_name", Told(Assert.Single(csv.Faults)));
    }

    [Theory]
    [InlineData("+225 27 20 00 00 00", true)]
    [InlineData("+33 (0)1 00-00 ext. 12", true)]
    [InlineData("+1+cmd", false)]
    [InlineData("+cmd|' /C calc'!A0", false)]
    [InlineData("=1+1", false)]
    public void A_phone_number_begins_with_a_plus_and_a_formula_does_not_pass_as_one(string phone, bool taken) =>
        Assert.Equal(taken, Read($"{Header},phone\nCI,official,Office,office@example.org,\"{phone}\"").Faults.Count == 0);

    [Theory]
    [InlineData("Off\u0000ice", "Utf16")]
    [InlineData("Off\u0007ice", "Invisible@2 family_name")]
    [InlineData("Off\uFFFDice", "LostLetters@2 family_name")]
    public void Characters_that_nobody_typed_are_refused(string name, string expected) =>
        Assert.Equal(expected, Told(Assert.Single(Read($"{Header}\nCI,official,{name},office@example.org").Faults)));

    [Fact]
    public void A_text_that_is_too_long_is_not_cut_without_a_word()
    {
        var fault = Assert.Single(Read($"{Header}\nCI,official,{new string('a', 101)},office@example.org").Faults);

        Assert.Equal((CsvFaultKind.TooLong, 100, 101), (fault.Kind, fault.Values[0], fault.Values[1]));
    }

    [Theory]
    [InlineData("CI,official,\"Office,office@example.org\nGH,official,Office,office@example.org\n", 3)]
    [InlineData("CI,official,Off\"ice,office@example.org\n", 3)]
    [InlineData("CI,official,\"Office\"x,office@example.org\n", 3)]
    public void A_broken_quotation_mark_is_found_where_it_begins(string lines, int line)
    {
        var csv = Read($"{Header}\nTG,official,Office,office@example.org\n{lines}");

        Assert.Equal((CsvFaultKind.Quotes, line), (csv.Faults[^1].Kind, csv.Faults[^1].Line));
        Assert.Equal("TG", Assert.Single(csv.Lines).CountryCode);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_with_the_line_where_it_shows()
    {
        var text = $"{Header}\nGH,official,Office,office@example.org\nCI,official,Côte,office@example.org\n";

        Assert.Equal("NotUtf8@3 ", Told(Assert.Single(Reader.Read(Encoding.Latin1.GetBytes(text)).Faults)));
        foreach (var wide in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            Assert.Equal(CsvFaultKind.Utf16, Assert.Single(Reader.Read([.. wide.GetPreamble(), .. wide.GetBytes(text)]).Faults).Kind);
            Assert.Equal(CsvFaultKind.Utf16, Assert.Single(Reader.Read(wide.GetBytes(text)).Faults).Kind);
        }
    }

    [Theory]
    [InlineData("504B0304140006000800")]
    [InlineData("D0CF11E0A1B11AE10000")]
    public void A_workbook_is_called_by_its_name(string beginning) =>
        Assert.Equal(CsvFaultKind.Workbook, Assert.Single(Reader.Read(Convert.FromHexString(beginning)).Faults).Kind);

    [Fact]
    public void Of_a_file_without_end_the_beginning_is_looked_at_and_the_rest_named()
    {
        var csv = Read($"{Header}\n{string.Concat(Enumerable.Repeat("XX,official,Office,office@example.org\n", 10_000))}");

        Assert.Equal(DirectoryCsv.MostFaults + 1, csv.Faults.Count);
        Assert.Equal(DirectoryCsvReader.MostLines + 1, csv.Faults.Count + csv.MoreFaults);
        Assert.Equal(CsvFaultKind.TooManyLines, csv.Faults[^1].Kind);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read() =>
        Assert.Equal(CsvFaultKind.TooLarge, Assert.Single(Reader.Read(new byte[DirectoryCsvReader.Limit + 1]).Faults).Kind);

    [Fact]
    public void Lines_of_former_entries_are_history_and_not_read()
    {
        var csv =
            Read($"{Header},valid_from,valid_to\nCI,official,Office,office@example.org,2026-01-01T00:00:00Z,\nCI,official,Old,"
                + "old@example.org,2025-01-01T00:00:00Z,2026-01-01T00:00:00Z");

        Assert.Empty(csv.Faults);
        Assert.Equal((1, 1), (csv.Lines.Count, csv.FormerEntries));
    }

    private static DirectoryCsv Read(string text) => Reader.Read(Encoding.UTF8.GetBytes(text));

    private static string Told(CsvFault fault) => fault.Line is null ? $"{fault.Kind}" : $"{fault.Kind}@{fault.Line} {fault.Column}";
}
