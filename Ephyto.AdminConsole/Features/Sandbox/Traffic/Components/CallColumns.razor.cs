using System.Globalization;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.Domain.Sandbox;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic.Components;

/// <summary>The columns of the calls, of their file, their chooser and their sort.</summary>
public sealed partial class CallColumns
{
    private readonly IStringLocalizer<TrafficText> _text;
    private readonly Terms _terms;
    private readonly CountryCatalogue _countries;
    private readonly OutgoingWords _words;
    private readonly PhytoWords _findings;
    private readonly SandboxPaths _paths;

    internal CallColumns(
        IStringLocalizer<TrafficText> text, Terms terms, CountryCatalogue countries, OutgoingWords words, PhytoWords findings,
        Guid? nppoId = null)
        : base(text, ListCalls.Orders) =>
        (_text, _terms, _countries, _words, _findings, _paths) = (text, terms, countries, words, findings, new(nppoId));

    public override IReadOnlyList<ListColumn<CallRow>> All =>
    [
        Column("at", "At", row => CsvTable.Moment(row.At), TimeOf),
        .. OfHub(),
        Column("operation", "Operation", NameOf, OperationOf, ColumnPlace.Head),
        Column("direction", "Direction", row => _terms.Of(row.Direction)),
        Column("outcome", "Outcome", row => _terms.Of(row.Outcome), OutcomeOf),
        Column("explanation", "Explanation", row => string.Join(" ", SentencesOf(row.Explanations)), place: ColumnPlace.File),
        Column("duration", "Duration", row => _text["Milliseconds", row.DurationMilliseconds], place: ColumnPlace.Offered),
        Column("size", "Sizes", row => _text["BothSizes", _text.SizeOf(row.RequestBytes), _text.SizeOf(row.AnswerBytes)]),
        Column("number", "TrackingNumber", row => row.TrackingNumber, place: ColumnPlace.File),
        Column("http", "HttpStatus", row => row.HttpStatus > 0 ? row.HttpStatus.ToString(CultureInfo.InvariantCulture) : null,
            place: ColumnPlace.Offered),
        Column("thumbprint", "Thumbprint", row => row.Thumbprint, place: ColumnPlace.File),
        Column("subject", "CertificateSubject", row => row.CertificateSubject, place: ColumnPlace.File),
    ];

    /// <param name="nppoId">Whose; null: the hub's, which name the organization too.</param>
    public CallColumns For(Guid? nppoId) => nppoId == _paths.NppoId ? this : new(_text, _terms, _countries, _words, _findings, nppoId);

    public override string KeyOf(CallRow row) => row.Id.ToString("N");

    public override string? SelectedAs(CallRow row) => $"{NameOf(row)} {CsvTable.Moment(row.At)}";

    private ListColumn<CallRow>[] OfHub()
    {
        var connection = Column("connection", "Connection", row => row.ConnectionCode, place: ColumnPlace.Offered);
        return _paths.NppoId is not null ? [connection] : [Column("country", "Country", CountryNameOf, CountryOf), connection];
    }

    private string CountryNameOf(CallRow row) => row.CountryCode is { } code ? _countries.NameOf(code) : _text["Nobody"];

    private string NameOf(CallRow row) => row.Operation.Length > 0 ? row.Operation : _text["NoOperation"];

    private IEnumerable<string> SentencesOf(IEnumerable<SandboxExplanation> explanations)
    {
        foreach (var said in explanations)
        {
            yield return said.Detail is { } detail ? _text["WithDetail", _terms.Of(said.Reason), detail].Value : _terms.Of(said.Reason);
            if (said is { Reason: SandboxReason.PushNotTaken or SandboxReason.PushGivenUp, Met: { } met })
                yield return _words.CauseOf(met, said.Arguments ?? []);
            if (CallReader.IsFinding(said.Reason) && said.Met is { } found) yield return _findings.Of(found, said.Arguments ?? []);
        }
    }
}
