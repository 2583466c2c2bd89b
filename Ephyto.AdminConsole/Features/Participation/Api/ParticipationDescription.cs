using System.Text.Json.Nodes;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.Domain.Countries;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ephyto.AdminConsole.Features.Participation.Api;

/// <summary>
/// What the description of the public data says beyond what the framework reads out of the code: programs are made from it.
/// </summary>
internal static class ParticipationDescription
{
    private static readonly string[] Formats = ["json", "csv"];

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = described => described.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "IPPC ePhyto Hub Admin Console API";
            document.Info.Description = "Public data: which countries exchange electronic phytosanitary certificates through the Hub.";
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(ParticipationState)) Become(schema, ParticipationFeed.States);
            if (context.JsonTypeInfo.Type == typeof(PartyStatus)) Become(schema, ParticipationFeed.Parties);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var regions = context.ApplicationServices.GetRequiredService<ListParticipation>().Regions;
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                IEnumerable<string>? values = parameter.Name switch { "state" => ParticipationFeed.States, "region" => regions,
                    "format" => Formats, _ => null };
                if (values is not null && parameter.Schema is OpenApiSchema schema) Become(schema, values);
            }

            // The table is a text.
            if (operation.Responses is { } answers && answers.TryGetValue("200", out var found) && found.Content is { } forms
                && forms.TryGetValue(AcceptedForm.Csv, out var table))
                table.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
            return Task.CompletedTask;
        });
    }

    private static void Become(OpenApiSchema schema, IEnumerable<string> values) =>
        (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. values.Select(value => (JsonNode)JsonValue.Create(value))]);
}
