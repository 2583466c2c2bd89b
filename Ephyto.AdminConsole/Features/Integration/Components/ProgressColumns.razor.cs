using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Integration.Components;

/// <summary>The columns of the list of organizations on their way, of its file, its chooser and its sort: each step is one.</summary>
public sealed partial class ProgressColumns
{
    private readonly IStringLocalizer<IntegrationText> _text;
    private readonly Terms _terms;
    private readonly CountryCatalogue _countries;

    internal ProgressColumns(IStringLocalizer<IntegrationText> text, Terms terms, CountryCatalogue countries)
        : base(text, ProgressList.Orders) =>
        (_text, _terms, _countries) = (text, terms, countries);

    public override IReadOnlyList<ListColumn<NppoProgress>> All =>
    [
        Column("country", "Country", one => _countries.NameOf(one.Nppo.CountryCode, Languages.Current.Code), CountryOf,
            ColumnPlace.Head),
        Column("organization", "Organization", one => one.Nppo.Organization.Name, place: ColumnPlace.Offered),
        Column("system", "System", one => _terms.Of(one.Nppo.Organization.System), place: ColumnPlace.Offered),
        Column("served", "ServedBy", one => one.Served?.Connection, place: ColumnPlace.File),
        Column("state", "State", one => _terms.Of(one.Nppo.Status), StateOf),
        Column("since", "StateSince", one => CsvTable.Moment(one.Nppo.StatusSince), SinceOf, ColumnPlace.Offered),
        Column("progress", "Progress", one => _text["StepsDone", one.Done, one.Steps.Count]),
        Column("next", "Next", NextOf),
        .. IntegrationSteps.All.Select(step => Labelled(
            ProgressList.KeyOf(step), _terms.Of(step), one => NameOf(one, step), one => StepOf(StepIn(one, step)),
            ColumnPlace.Offered)),
    ];

    public override string KeyOf(NppoProgress row) => row.Nppo.Id.ToString("N");

    // What is no step of an organization's own way is empty.
    private static StepProgress? StepIn(NppoProgress one, IntegrationStep step) => one.Steps.FirstOrDefault(seen => seen.Step == step);

    // What a test console saw is told apart, in the file too.
    private string NameOf(NppoProgress one, IntegrationStep step) => StepIn(one, step) switch
    {
        null => "",
        { IsFromTest: true, State: IntegrationStepState.Done } => _text["ProvenState"],
        var seen => _terms.Of(seen.State),
    };

    private string NextOf(NppoProgress one) =>
        one.MayTest ? _text["NextTest"] : one.MayGoLive ? _text["NextLive"] : one.WaitsForEndOfServing ? _text["NextServing"]
        : one.WaitsForServing ? _text["NextServingBegins"]
        : one.Steps.FirstOrDefault(step => step.State == IntegrationStepState.Reported) is { } reported
        ? _text["NextAnswer", _terms.Of(reported.Step)]
        : one.Steps.FirstOrDefault(step => !step.IsDone) is { } open ? _text["NextWaits", _terms.Of(open.Step)] : "";
}
