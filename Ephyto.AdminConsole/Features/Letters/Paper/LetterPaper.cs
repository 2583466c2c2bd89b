using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Pdf;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Letters.Paper;

/// <summary>Puts a letter on paper: one page of A4 in its own language, whatever the language of whoever issues it.</summary>
internal sealed class LetterPaper(
    IStringLocalizer<LetterPaperText> text, IStringLocalizer<FieldNames> fields, IStringLocalizer<SharedText> shared, Terms terms,
    CountryCatalogue countries,
    IOptions<LettersOptions> options, IOptions<HubOptions> hub)
{
    private const double Size = 10.5;

    /// <summary>Where anybody checks a letter.</summary>
    public const string VerifyPath = "letters/verify";

    /// <summary>Those of the console whose letters the font of the paper has.</summary>
    public static IEnumerable<Language> LanguagesOf(LanguageOptions offered) =>
        offered.Offered.Where(language => PdfFont.CanWrite(language.NativeName));

    public byte[] Write(LetterDraft draft, CancellationToken ct = default)
    {
        using var language = CultureScope.Enter(draft.Language.Code);
        using var sheet = new PdfSheet(draft.Identity is { } known ? text["FileTitle", known.Number] : text["Preview"], ct);
        sheet.SignAs(text["Secretariat"]);
        new LetterHead(sheet).Write(text["Convention"], text["SecretariatOf"]);
        if (draft.Identity is null) new LetterHead(sheet).Warn(text["Preview"]);
        if (!hub.Value.IsProduction) new LetterHead(sheet).Warn(text["TestEnvironment"]);
        WriteOpening(sheet, draft);
        WriteFacts(sheet, draft.Facts);
        Say(sheet, text[$"State_{draft.Facts.State}"], 12);
        Say(sheet, text["Reserve"], 8);
        WriteSignature(sheet);
        WriteProof(sheet, draft.Identity);
        return sheet.Build(text["Footer", NumberOf(draft.Identity)]);
    }

    private void WriteOpening(PdfSheet sheet, LetterDraft draft)
    {
        sheet.Skip(14);
        var date = options.Value.Place is { Length: > 0 } place ? text["PlaceAndDate", place, Day(draft.Date)] : Day(draft.Date);
        sheet.Flow([new(text["Number", NumberOf(draft.Identity)], sheet.Bold, Size)], PdfSheet.Left, PdfSheet.Width);
        sheet.Flow([new(date, sheet.Regular, Size)], PdfSheet.Left, PdfSheet.Width);
        sheet.Skip(14);
        sheet.Flow([new(draft.Addressee is { } addressee ? text["To", addressee.Normalize()] : text["ToWhom"], sheet.Regular, Size)],
            PdfSheet.Left, PdfSheet.Width);
        sheet.Skip(16);
        sheet.Flow([new(text["Subject"], sheet.Bold, 13)], PdfSheet.Left, PdfSheet.Width);
        Say(sheet, text["Opening"], 8);
        sheet.Skip(14);
    }

    private void WriteFacts(PdfSheet sheet, LetterFacts facts)
    {
        var rows = new LetterRows(sheet);
        rows.Write(fields["Country"], [countries.NameOf(facts.CountryCode)]);
        rows.Write(fields["Organization"], NamesOf(facts));
        rows.Write(text["MemberSince"], [Day(facts.MemberSince)]);
        rows.Write(fields["State"], [text["StateSince", terms.Of(facts.State), Day(facts.StateSince)]]);
        rows.Rule();
    }

    private void WriteSignature(PdfSheet sheet)
    {
        sheet.Keep(90);
        Say(sheet, text["ForTheSecretariat"], 18);
        sheet.Skip(10);
        if (options.Value.SignatoryName is { Length: > 0 } name) sheet.Flow([new(name, sheet.Bold, Size)], PdfSheet.Left, PdfSheet.Width);
        if (Title is { Length: > 0 } title) sheet.Flow([new(title, sheet.Regular, Size)], PdfSheet.Left, PdfSheet.Width);
        sheet.Flow([new(text["Secretariat"], options.Value.SignatoryName.Length > 0 ? sheet.Regular : sheet.Bold, Size)], PdfSheet.Left,
            PdfSheet.Width);
        sheet.Flow([new(text["WithoutSignature"], sheet.Regular, 8.5)], PdfSheet.Left, PdfSheet.Width, 1.9);
    }

    private void WriteProof(PdfSheet sheet, LetterIdentity? identity)
    {
        var proof = new LetterProof(sheet);
        if (identity is null) proof.Write(text["ProofTitle"], [text["ProofPreview"]], null);
        else
        {
            proof.Write(
                text["ProofTitle"],
                [text["ProofText"], hub.Value.AddressOf(VerifyPath), text["ProofCode", VerificationCode.Grouped(identity.Code)]],
                hub.Value.AddressOf($"{VerifyPath}/{identity.Code}"));
        }
    }

    /// <summary>
    /// The organisation's own name where the font has it, and its English name. Of a name in another script the English one
    /// stands alone; where there is none either, the country says whose organisation it is.
    /// </summary>
    private string[] NamesOf(LetterFacts facts)
    {
        string[] names =
            [.. new[] { facts.Organization, facts.OrganizationInEnglish }.Where(name => name.Length > 0 && PdfFont.CanWrite(name))
                .Select(name => name.Normalize()).Distinct()];
        return names.Length > 0 ? names : [text["OrganizationOf", countries.NameOf(facts.CountryCode)]];
    }

    private string? Title => Languages.Current == Languages.French && options.Value.SignatoryTitleFrench.Length > 0
        ? options.Value.SignatoryTitleFrench : options.Value.SignatoryTitle;

    private string NumberOf(LetterIdentity? identity) => identity?.Number.ToString() ?? text["NoNumber"];

    private string Day(DateTime utc) => utc.InWords(shared["DayPattern"]);

    private static void Say(PdfSheet sheet, string said, double above)
    {
        sheet.Skip(above);
        sheet.Flow([new(said, sheet.Regular, Size)], PdfSheet.Left, PdfSheet.Width);
    }
}
