using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.Components;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic.Pages;

/// <summary>What happens in the sandbox as files: both lists in the reader's language, and what was said in a call, unchanged.</summary>
internal static class TrafficFiles
{
    private const string ContentType = "application/xml";

    public static void MapTrafficFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/nppo/sandbox.csv", CallsAsync).RequireAuthorization().AlsoWithoutBody().ExcludeFromDescription();
        endpoints.MapGet("/hub/sandbox.csv", CallsAsync).RequireAuthorization().AlsoWithoutBody().ExcludeFromDescription();
        endpoints.MapGet("/nppo/sandbox/envelopes.csv", EnvelopesAsync).RequireAuthorization().AlsoWithoutBody().ExcludeFromDescription();
        endpoints.MapGet("/hub/sandbox/envelopes.csv", EnvelopesAsync).RequireAuthorization().AlsoWithoutBody().ExcludeFromDescription();
        foreach (var ofAnswer in (bool[])[false, true])
        {
            var part = ofAnswer ? "answer" : "request";
            endpoints.MapGet($"/nppo/sandbox/calls/{{call:guid}}/{part}",
                (Guid call, Guid nppo, HttpContext http, FetchMessage fetch) => MessageAsync(new(nppo, call, ofAnswer), http, fetch))
                .RequireAuthorization().AlsoWithoutBody().ExcludeFromDescription();
            endpoints.MapGet($"/hub/sandbox/calls/{{call:guid}}/{part}",
                (Guid call, HttpContext http, FetchMessage fetch) => MessageAsync(new(null, call, ofAnswer), http, fetch))
                .RequireAuthorization().AlsoWithoutBody().ExcludeFromDescription();
        }
    }

    /// <summary>What an address asks for.</summary>
    public static ListCallsRequest CallsOf(
        Guid? nppo, string? search, string? direction, string? operation, string? outcome, ListAddress address) =>
        new(nppo, search, ListQuery.Named<SandboxDirection>(direction), operation, ListQuery.Named<SandboxOutcome>(outcome),
            address.Number, null, address.Sort, address.Rows);

    /// <summary>What an address asks for.</summary>
    public static ListEnvelopesRequest EnvelopesOf(Guid? nppo, string? search, string? state, ListAddress address) =>
        new(nppo, search, ListQuery.Named<TrackingState>(state), address.Number, address.Sort, address.Rows);

    /// <param name="nppo">The organization's id; none for everybody's.</param>
    private static async Task<IResult> CallsAsync(Guid? nppo, string? search, string? direction, string? operation, string? outcome,
        HttpContext http, ExportCalls export, CallColumns columns)
    {
        var address = http.Request.Query;
        var request = CallsOf(nppo, search, direction, operation, outcome, ListAddress.Of(address));
        var exported = await export.HandleAsync(new(request, ChosenRows.Of(address)), http.User.ToActor(), http.RequestAborted);
        return columns.For(nppo).Answer(exported, "sandbox-calls");
    }

    /// <inheritdoc cref="CallsAsync"/>
    private static async Task<IResult> EnvelopesAsync(
        Guid? nppo, string? search, string? state, HttpContext http, ExportEnvelopes export, EnvelopeColumns columns)
    {
        var address = http.Request.Query;
        var request = EnvelopesOf(nppo, search, state, ListAddress.Of(address));
        var exported = await export.HandleAsync(new(request, ChosenRows.Of(address)), http.User.ToActor(), http.RequestAborted);
        return columns.For(nppo).Answer(exported, "sandbox-envelopes");
    }

    private static async Task<IResult> MessageAsync(FetchMessageRequest request, HttpContext http, FetchMessage fetch) =>
        await fetch.HandleAsync(request, http.User.ToActor(), http.RequestAborted) switch
        {
            { IsSuccess: true, Value: var file } => Results.File(file.Bytes, ContentType, file.Name),
            { Error: var refusal } when refusal == AccessErrors.NotFound => Results.NotFound(),
            _ => Results.Forbid(),
        };
}
