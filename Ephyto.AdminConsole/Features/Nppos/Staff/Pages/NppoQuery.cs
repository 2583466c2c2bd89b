using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.Pages;

/// <summary>What the list of organizations is filtered by, as its address holds it: what a bookmark, the page and the file share.</summary>
/// <param name="State">A state's name.</param>
/// <param name="Administrators">Only <see cref="Few"/> asks for anything.</param>
/// <param name="Serving"><see cref="Serves"/>, <see cref="Served"/> or <see cref="Nothing"/>.</param>
public sealed record NppoQuery(string? Search = null, string? State = null, string? Administrators = null, string? Serving = null)
{
    public const string Few = "few";
    public const string Serves = "serves";
    public const string Served = "served";
    public const string Nothing = "nothing";

    public bool IsFiltered =>
        !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(State) || Administrators == Few || Side is not null;

    private NppoServing? Side => Serving switch
    {
        Serves => NppoServing.Serves,
        Served => NppoServing.Served,
        Nothing => NppoServing.Nothing,
        _ => null,
    };

    /// <summary>What an address asks for.</summary>
    public static NppoQuery Of(IQueryCollection address) => new(
        address["search"], address["state"], address["administrators"], address["serving"]);

    internal ListNpposRequest ToRequest(ListAddress address) => new(
        Search, Enum.TryParse<NppoStatus>(State, out var named) && Enum.IsDefined(named) ? named : null,
        address.Number, Administrators == Few, address.Sort, address.Rows, Side);

    /// <summary>For the address; what is not asked for is left out of it, and it is the first page.</summary>
    public Dictionary<string, object?> ToAddress() => new()
    {
        ["search"] = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(),
        ["state"] = string.IsNullOrEmpty(State) ? null : State,
        ["administrators"] = string.IsNullOrEmpty(Administrators) ? null : Administrators,
        ["serving"] = string.IsNullOrEmpty(Serving) ? null : Serving,
        [ListNames.Page] = null,
    };
}
