using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Ephyto.AdminConsole.Benchmarks.Circuits;

/// <summary>What is compared, by the name in the address.</summary>
internal static class MeasuredGrids
{
    public const string Frame = "frame alone";
    public const string StockDataGrid = "stock MudDataGrid";
    public const string OwnList = "hub/registrations";

    public static readonly string[] All = [Frame, StockDataGrid, "stock MudTable", "MudDataGrid, heads and cells given",
        "MudTable, heads and cells given", "MudTable, plain heads and cells", OwnList];

    public static Type? Of(string name) => name switch
    {
        StockDataGrid => typeof(StockDataGrid),
        "stock MudTable" => typeof(StockTable),
        "MudDataGrid, heads and cells given" => typeof(GivenDataGrid),
        "MudTable, heads and cells given" => typeof(GivenTable),
        "MudTable, plain heads and cells" => typeof(PlainCellsTable),
        _ => null,
    };
}

/// <summary>The first page of registrations, as the console's own list reads it.</summary>
public abstract class MeasuredRows : ComponentBase
{
    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ListRegistrations Registrations { get; set; } = default!;

    private protected PageOf<RegistrationListRow>? Page { get; private set; }

    protected override async Task OnInitializedAsync() =>
        Page = (await Registrations.HandleAsync(new(null, null, false, 1), await Reader.ToActorAsync(), default)).Value;
}
