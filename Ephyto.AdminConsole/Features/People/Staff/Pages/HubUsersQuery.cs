using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Features.People.Staff.Pages;

/// <summary>
/// What the list of the hub's people is filtered by, as its address holds it: what a bookmark, the page and the file share.
/// </summary>
/// <param name="Role">A role's name.</param>
/// <param name="State">A state's name.</param>
public sealed record HubUsersQuery(string? Search = null, string? Role = null, string? State = null)
{
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(Role) || !string.IsNullOrEmpty(State);

    /// <summary>What an address asks for.</summary>
    public static HubUsersQuery Of(IQueryCollection address) => new(address["search"], address["role"], address["state"]);

    internal ListHubUsersRequest ToRequest(ListAddress address) =>
        new(Search, ListQuery.Named<HubRole>(Role), ListQuery.Named<HubUserStatus>(State), address.Number, address.Sort, address.Rows);

    /// <summary>For the address; what is not asked for is left out of it, and it is the first page.</summary>
    public Dictionary<string, object?> ToAddress() => new()
    {
        ["search"] = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(),
        ["role"] = string.IsNullOrEmpty(Role) ? null : Role,
        ["state"] = string.IsNullOrEmpty(State) ? null : State,
        [ListNames.Page] = null,
    };
}
