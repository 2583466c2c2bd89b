using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Nppos.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Nppos;

/// <summary>
/// Stands around the pages of an organization's own area: shows them for the one organization of the reader, or lets a
/// reader with several choose. Who is removed meanwhile sees that instead of the page.
/// </summary>
public sealed partial class InMyNppo
{
    /// <summary>Stands in the address where the reader wants to choose anew.</summary>
    private const string None = "-";

    private IReadOnlyList<MyNppo>? _mine;
    private IReadOnlyList<LostNppo> _lost = [];

    [Parameter, EditorRequired] public RenderFragment<MyNppo> ChildContent { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "nppo")] private string? Wanted { get; set; }

    [Inject] internal IStringLocalizer<MyNpposText> Text { get; set; } = default!;

    [Inject] internal NavigationManager Navigation { get; set; } = default!;

    [Inject] internal ListMyNppos Nppos { get; set; } = default!;

    [Inject] internal ViewLostNppos Lost { get; set; } = default!;

    [Inject] internal ChosenNppo Chosen { get; set; } = default!;

    private string Here => new Uri(Navigation.Uri).AbsolutePath;

    private MyNppo? Current
    {
        get
        {
            if (Wanted == None) return null;
            var current = _mine?.FirstOrDefault(nppo => string.Equals(nppo.CountryCode, Wanted, StringComparison.OrdinalIgnoreCase))
                ?? _mine?.FirstOrDefault(nppo => nppo.NppoId == Chosen.NppoId)
                ?? (_mine?.Count == 1 ? _mine[0] : null);
            Chosen.NppoId = current?.NppoId ?? Chosen.NppoId;
            return current;
        }
    }

    // Whoever follows a link of somebody else's shall not take their own organization for the one that was meant.
    private bool LeadsElsewhere(MyNppo current) =>
        Wanted is { Length: > 0 } wanted && !string.Equals(wanted, current.CountryCode, StringComparison.OrdinalIgnoreCase);

    private protected override IReadOnlyList<LiveTopic> Topics =>
        _mine is { } mine ? [.. mine.Select(nppo => new LiveTopic(SubjectKinds.Nppo, nppo.NppoId))] : [];

    private protected override Reading Asks =>
        Reading.Of(nameof(InMyNppo), (_, reader, cancellation) => FindAsync(reader, cancellation), Show);

    private async Task<(IReadOnlyList<MyNppo> Mine, IReadOnlyList<LostNppo> Lost)> FindAsync(Actor reader, CancellationToken cancellation)
    {
        var mine = await Nppos.HandleAsync(reader, cancellation);
        return (mine, mine.Count > 0 ? [] : await Lost.HandleAsync(reader, cancellation));
    }

    private void Show((IReadOnlyList<MyNppo> Mine, IReadOnlyList<LostNppo> Lost) found) => (_mine, _lost) = found;
}
