using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.Domain.Letters;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Letters.Components;

/// <summary>The columns of an organization's own list of letters, of its file, its chooser and its sort.</summary>
public sealed partial class OwnLetterColumns
{
    private readonly IStringLocalizer<LettersText> _text;
    private readonly Terms _terms;

    internal OwnLetterColumns(IStringLocalizer<LettersText> text, Terms terms)
        : base(text, ListOwnLetters.Orders) =>
        (_text, _terms) = (text, terms);

    public override IReadOnlyList<ListColumn<ParticipationLetter>> All =>
    [
        Column("letter", "Letter", NumberOf, LetterOf, ColumnPlace.Head),
        Column("state", "State", letter => _terms.Of(letter.Status), StateOf),
        Column("addressee", "Addressee", letter => letter.Addressee ?? _text["ToWhom"], AddresseeOf),
        Column("language", "Language", letter => _terms.Of(letter.Language), place: ColumnPlace.Offered),
        Column("requested", "Requested", letter => CsvTable.Moment(letter.RequestedAt), letter => TimeOf(letter.RequestedAt),
            ColumnPlace.Offered),
        Column("issued", "CsvIssued", letter => CsvTable.Moment(letter.IssuedAt), letter => TimeOf(letter.IssuedAt), ColumnPlace.Offered),
        Column("words", "WhyLabel", letter => letter.Words, place: ColumnPlace.File),
        Column("fingerprint", "Fingerprint", letter => letter.Sha256, place: ColumnPlace.File),
    ];

    public override string KeyOf(ParticipationLetter row) => row.Id.ToString("N");

    private string NumberOf(ParticipationLetter letter) => letter.Number?.ToString() ?? _text["NoNumber"];
}
