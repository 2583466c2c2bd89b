using System.ComponentModel;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Ephyto.AdminConsole.Features.Participation.Api;

/// <summary>The public data of the console. Programs of others rely on it.</summary>
internal static class ParticipationEndpoints
{
    public const string Path = "api/v1/participation";

    public static void MapParticipationApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, AnswerAsync).AllowAnonymous()
            .WithName("GetParticipation").WithSummary("Which countries exchange ePhytos through the Hub").WithTags("Participation")
            .WithMetadata(new ForProgramsAttribute(), new OpenToOthersAttribute())
            .Produces<ParticipationRow[]>(StatusCodes.Status200OK, AcceptedForm.Json, AcceptedForm.Csv)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status406NotAcceptable);
        endpoints.MapMethods(Path, [HttpMethods.Head], AnswerAsync).AllowAnonymous()
            .WithMetadata(new ForProgramsAttribute(), new OpenToOthersAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(
        [Description("In a country's name, in any UN language, or its code.")] string? search,
        [Description("A UN region: Africa, Americas, Asia, Europe or Oceania.")] string? region,
        [Description("One of: live, testing, onboarding, suspended, underWay, notRegistered.")] string? state,
        [Description("json or csv.")] string? format,
        HttpContext http, ParticipationFeed feed, ListParticipation participation)
    {
        if (state is not null
            && !(Enum.TryParse<ParticipationState>(state, ignoreCase: true, out var named) && Enum.IsDefined(named)
                && !char.IsAsciiDigit(state[0])))
            return Refuse("state", state);
        if (region is not null && !participation.Regions.Contains(region)) return Refuse("region", region);
        if (format is not (null or "json" or "csv")) return Refuse("format", format);

        if ((format is null ? AcceptedForm.Of(http.Request.Headers.Accept) : format == "csv"
            ? AcceptedForm.Csv : AcceptedForm.Json) is not { } form)
            return Results.StatusCode(StatusCodes.Status406NotAcceptable);
        var asCsv = form == AcceptedForm.Csv;
        var asked = new ListParticipationRequest(FreeText.Line(search, 100), region, state is null
            ? null : Enum.Parse<ParticipationState>(state, ignoreCase: true));
        var answer = await feed.AnswerAsync(asked, asCsv, http.RequestAborted);
        http.Response.Headers.CacheControl = "public, max-age=0, must-revalidate";
        http.Response.Headers.Vary = "Accept";
        // The names of the countries are, whatever the reader's language.
        http.Response.Headers.ContentLanguage = Languages.English.Code;
        return Results.Bytes(answer.Body, answer.ContentType, entityTag: new EntityTagHeaderValue(answer.ETag));
    }

    private static ProblemHttpResult Refuse(string parameter, string value) => TypedResults.Problem(
        $"\"{FreeText.Clean(value, 40)}\" is not a value of the parameter {parameter}.", statusCode: StatusCodes.Status400BadRequest,
        title: "Unknown value");
}
