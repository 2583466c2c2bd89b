using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Ephyto.AdminConsole.Features.Participation.Api;

/// <summary>Which of the forms of the data the header "Accept" asks for (RFC 9110, 12.5.1).</summary>
internal static class AcceptedForm
{
    public const string Json = "application/json";
    public const string Csv = "text/csv";

    /// <returns>One of the two; null where the header takes neither. Who says nothing, or nothing that can be read, gets JSON.</returns>
    public static string? Of(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept) || !MediaTypeHeaderValue.TryParseList(accept, out var ranges) || ranges.Count == 0)
            return Json;
        var (json, csv) = (QualityOf(Json, ranges), QualityOf(Csv, ranges));
        return json <= 0 && csv <= 0 ? null : csv > json ? Csv : Json;
    }

    // Of several that match, the one that says most about the form counts.
    private static double QualityOf(string form, IList<MediaTypeHeaderValue> ranges)
    {
        var wanted = MediaTypeHeaderValue.Parse(form);
        return ranges.Where(range => wanted.MediaType.Equals(range.MediaType, StringComparison.OrdinalIgnoreCase)
                || (range.MatchesAllSubTypes
                    && (range.MatchesAllTypes || range.Type.Equals(wanted.Type, StringComparison.OrdinalIgnoreCase))))
            .OrderBy(range => range.MatchesAllTypes).ThenBy(range => range.MatchesAllSubTypes).Select(range => range.Quality ?? 1)
            .FirstOrDefault();
    }
}
