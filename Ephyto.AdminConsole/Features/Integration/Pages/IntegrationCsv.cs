using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.Integration.Components;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Platform.Security;

namespace Ephyto.AdminConsole.Features.Integration.Pages;

/// <summary>The organizations on their way as a file, in the reader's language.</summary>
internal static class IntegrationCsv
{
    public const string Path = "hub/integration.csv";

    public static void MapIntegrationFile(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, DownloadAsync).RequireAuthorization().AlsoWithoutBody().ExcludeFromDescription();

    /// <summary>What an address asks for.</summary>
    public static ListIntegrationRequest RequestOf(string? search, ListAddress address) =>
        new(search, address.Number, address.Sort, address.Rows);

    private static async Task<IResult> DownloadAsync(string? search, HttpContext http, ExportIntegration export, ProgressColumns columns)
    {
        var address = http.Request.Query;
        var exported = await export.HandleAsync(new(RequestOf(search, ListAddress.Of(address)), ChosenRows.Of(address)),
            http.User.ToActor(), http.RequestAborted);
        return columns.Answer(exported, "integration");
    }
}
