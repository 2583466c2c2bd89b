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

namespace Ephyto.AdminConsole.Features.Letters.Pdf;

/// <summary>Puts a letter on paper: one page of A4 in its own language, whatever the language of whoever issues it.</summary>
internal sealed class LetterPdf(
    IStringLocalizer<LetterPdfText> text, IStringLocalizer<FieldNames> fields, IStringLocalizer<SharedText> shared, Terms terms,
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
        var title = draft.Identity is { } known ? text["FileTitle", known.Number] : text["Preview"];
        using var pages = new PdfPages(title, draft.Language.Code, ct);
        pages.SignAs(text["Secretariat"]);
        new LetterHead(pages).Write(text["Convention"], text["SecretariatOf"]);
        if (draft.Identity is null) new LetterHead(pages).Warn(text["Preview"]);
        if (!hub.Value.IsProduction) new LetterHead(pages).Warn(text["TestEnvironment"]);
        WriteOpening(pages, draft);
        WriteFacts(pages, draft.Facts);
        Say(pages, text[$"State_{draft.Facts.State}"], 12);
        Say(pages, text["Reserve"], 8);
        WriteSignature(pages);
        WriteProof(pages, draft.Identity);
        return pages.Build(text["Footer", NumberOf(draft.Identity)]);
    }

    private void WriteOpening(PdfPages pages, LetterDraft draft)
    {
        pages.Skip(14);
        var date = options.Value.Place is { Length: > 0 } place ? text["PlaceAndDate", place, Day(draft.Date)] : Day(draft.Date);
        pages.Flow([new(text["Number", NumberOf(draft.Identity)], pages.Bold, Size)], PdfPages.Left, PdfPages.Width);
        pages.Flow([new(date, pages.Regular, Size)], PdfPages.Left, PdfPages.Width);
        pages.Skip(14);
        pages.Flow([new(draft.Addressee is { } addressee ? text["To", addressee.Normalize()] : text["ToWhom"], pages.Regular, Size)],
            PdfPages.Left, PdfPages.Width);
        pages.Skip(16);
        pages.Flow([new(text["Subject"], pages.Bold, 13)], PdfPages.Left, PdfPages.Width);
        Say(pages, text["Opening"], 8);
        pages.Skip(14);
    }

    private void WriteFacts(PdfPages pages, LetterFacts facts)
    {
        var rows = new LetterRows(pages);
        rows.Write(fields["Country"], [countries.NameOf(facts.CountryCode)]);
        rows.Write(fields["Organization"], NamesOf(facts));
        rows.Write(text["MemberSince"], [Day(facts.MemberSince)]);
        rows.Write(fields["State"], [text["StateSince", terms.Of(facts.State), Day(facts.StateSince)]]);
        rows.Rule();
    }

    private void WriteSignature(PdfPages pages)
    {
        pages.Keep(90);
        Say(pages, text["ForTheSecretariat"], 18);
        pages.Skip(10);
        if (options.Value.SignatoryName is { Length: > 0 } name) pages.Flow([new(name, pages.Bold, Size)], PdfPages.Left, PdfPages.Width);
        if (Title is { Length: > 0 } title) pages.Flow([new(title, pages.Regular, Size)], PdfPages.Left, PdfPages.Width);
        pages.Flow([new(text["Secretariat"], options.Value.SignatoryName.Length > 0 ? pages.Regular : pages.Bold, Size)], PdfPages.Left,
            PdfPages.Width);
        pages.Flow([new(text["WithoutSignature"], pages.Regular, 8.5)], PdfPages.Left, PdfPages.Width, 1.9);
    }

    private void WriteProof(PdfPages pages, LetterIdentity? identity)
    {
        var proof = new LetterProof(pages);
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
    /// The organization's own name where the font has it, and its English name. Of a name in another script the English one
    /// stands alone; where there is none either, the country says whose organization it is.
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

    private static void Say(PdfPages pages, string said, double above)
    {
        pages.Skip(above);
        pages.Flow([new(said, pages.Regular, Size)], PdfPages.Left, PdfPages.Width);
    }
}
