using System.Globalization;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit.Components;

/// <summary>What is asked for, and how to ask for something else.</summary>
public sealed partial class AuditFilterForm
{
    private AskedEntries? _applied;
    private string? _nppo;
    private string? _kind;
    private DateOnly? _from;
    private DateOnly? _to;

    [Parameter, EditorRequired] public AskedEntries Asked { get; set; } = new();

    /// <summary>What was found; null until then.</summary>
    [Parameter, EditorRequired] public object? Found { get; set; }

    [Parameter] public EventCallback<AskedEntries> OnApply { get; set; }

    [Inject] internal NavigationManager Navigation { get; set; } = default!;

    [Inject] internal AuditSentences Sentences { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<AuditText> Text { get; set; } = default!;

    private AuditList? List => Found as AuditList;

    private IEnumerable<(string Id, string Name)> Nppos => (List?.Nppos ?? [])
        .Select(nppo => (nppo.Subject.Id.ToString(), Sentences.NameOf(nppo)))
        .OrderBy(nppo => nppo.Item2, StringComparer.CurrentCultureIgnoreCase);

    private IEnumerable<IGrouping<string, string>> Codes => AuditEvents.Codes
        .OrderBy(code => Terms.Step(code), StringComparer.CurrentCultureIgnoreCase)
        .GroupBy(code => Sentences.KindOf(code.Split('.')[0])).OrderBy(group => group.Key, StringComparer.CurrentCultureIgnoreCase);

    // The list refreshes by itself: what the reader is about to choose stays in the fields meanwhile.
    protected override void OnParametersSet()
    {
        if (_applied == Asked) return;
        _applied = Asked;
        (_nppo, _kind, _from, _to) = (Asked.Nppo, Asked.Kind, AuditFilter.DayOf(Asked.From), AuditFilter.DayOf(Asked.To));
    }

    private Task Apply() => OnApply.InvokeAsync(Asked with { Nppo = _nppo, Kind = _kind, From = Day(_from), To = Day(_to) });

    private Task ChoosePerson(FoundPerson person) => OnApply.InvokeAsync(Asked with { Person = person.Id.ToString() });

    private string AddressOf(AskedEntries asked) => asked.On(Navigation);

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
