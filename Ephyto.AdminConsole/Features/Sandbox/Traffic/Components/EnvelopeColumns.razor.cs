using System.Globalization;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.Domain.Connections;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic.Components;

/// <summary>The columns of the envelopes, of their file, their chooser and their sort.</summary>
public sealed partial class EnvelopeColumns
{
    private readonly IStringLocalizer<TrafficText> _text;
    private readonly Terms _terms;
    private readonly SandboxPaths _paths;

    internal EnvelopeColumns(IStringLocalizer<TrafficText> text, Terms terms, Guid? nppoId = null)
        : base(text, ListEnvelopes.Orders) =>
        (_text, _terms, _paths) = (text, terms, new(nppoId));

    public override IReadOnlyList<ListColumn<EnvelopeRow>> All =>
    [
        Column("number", "CertificateNumber", NameOf, NumberOf, ColumnPlace.Head),
        Column("from", "From", row => row.From, row => CodeOf(row.From)),
        Column("to", "To", row => row.To, row => CodeOf(row.To)),
        Column("document", "DocumentKind", DocumentOf, place: ColumnPlace.File),
        Column("state", "State", row => _terms.Of(row.State), StateOf),
        Column("words", "RecipientSaid", row => row.Words, place: ColumnPlace.File),
        Column("sent", "SentAt", row => CsvTable.Moment(row.SentAt), row => TimeOf(row.SentAt)),
        Column("since", "StateSince", row => CsvTable.Moment(row.StateSince), row => TimeOf(row.StateSince), ColumnPlace.Offered),
        Column("fetched", "FetchedAt", row => CsvTable.Moment(row.FetchedAt), row => TimeOf(row.FetchedAt)),
        Column("size", "Size", row => _text.SizeOf(row.ContentBytes), place: ColumnPlace.Offered),
        Column("form", "Form", row => _terms.Of(row.Form), place: ColumnPlace.Offered),
        Column("tracking", "TrackingNumber", row => row.TrackingNumber, place: ColumnPlace.File),
    ];

    /// <param name="nppoId">Whose; null: the hub's.</param>
    public EnvelopeColumns For(Guid? nppoId) => nppoId == _paths.NppoId ? this : new(_text, _terms, nppoId);

    public override string KeyOf(EnvelopeRow row) => row.Id.ToString("N");

    public override string? SelectedAs(EnvelopeRow row) => $"{NameOf(row)} {row.TrackingNumber}";

    private string NameOf(EnvelopeRow row) => row.CertificateNumber.Length > 0 ? row.CertificateNumber : _text["NoNumber"];

    // In words where the Hub's numbers are those that are in use, else as they came.
    private string DocumentOf(EnvelopeRow row)
    {
        var type = (PhytoType)row.CertificateType;
        var status = (PhytoStatus)row.CertificateStatus;
        return $"{Said(type, row.CertificateType)}, {Said(status, row.CertificateStatus)}";
    }

    private string Said<T>(T known, int number)
        where T : struct, Enum =>
        Enum.IsDefined(known) ? _terms.Of(known) : number.ToString(CultureInfo.InvariantCulture);
}
