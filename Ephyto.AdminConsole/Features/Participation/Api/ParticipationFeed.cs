using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Ephyto.Domain.Countries;

namespace Ephyto.AdminConsole.Features.Participation.Api;

/// <summary>An answer as it goes out.</summary>
/// <param name="ETag">Changes with the body.</param>
internal sealed record ParticipationAnswer(byte[] Body, string ContentType, string ETag);

/// <summary>
/// The participation as data, made once for each question and kept until something changes: the live feed says so, and
/// nothing is kept for longer than a minute.
/// </summary>
internal sealed class ParticipationFeed : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private const int MostAnswers = 200;

    /// <summary>The states as the data names them.</summary>
    public static readonly IReadOnlyList<string> States = [.. Enum.GetValues<ParticipationState>().Select(state => NameOf(state))];

    /// <summary>How a country stands to the Convention, as the data names it.</summary>
    public static readonly IReadOnlyList<string> Parties = [.. Enum.GetValues<PartyStatus>().Select(status => NameOf(status))];

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
    private readonly ListParticipation _participation;
    private readonly TimeProvider _time;
    private readonly IDisposable _subscription;
    private volatile Shelf _shelf;

    public ParticipationFeed(ListParticipation participation, ILiveEvents live, TimeProvider time)
    {
        (_participation, _time, _shelf) = (participation, time, new(time.GetUtcNow()));
        _subscription = live.Subscribe([LiveTopic.All(SubjectKinds.Nppo), LiveTopic.All(SubjectKinds.Registration),
            LiveTopic.All(SubjectKinds.Country)], () =>
        {
            _shelf = new(_time.GetUtcNow());
            return Task.CompletedTask;
        });
    }

    public async ValueTask<ParticipationAnswer> AnswerAsync(ListParticipationRequest request, bool asCsv, CancellationToken ct)
    {
        var shelf = _shelf;
        if (_time.GetUtcNow() - shelf.Since > Kept) _shelf = shelf = new(_time.GetUtcNow());
        if (shelf.Answers.TryGetValue((request, asCsv), out var known)) return known;

        var view = await _participation.HandleAsync(request, ct);
        var answer = asCsv
            ? Csv(view)
            : Make(JsonSerializer.SerializeToUtf8Bytes(view.Rows.Select(ParticipationRow.Of), Json), "application/json; charset=utf-8");
        // Anybody can ask anything: what is kept stays bounded.
        if (shelf.Answers.Count < MostAnswers) shelf.Answers[(request, asCsv)] = answer;
        return answer;
    }

    public void Dispose() => _subscription.Dispose();

    private static string NameOf(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static ParticipationAnswer Csv(ParticipationView view) => Make(
        CsvTable.Write(
            ["code", "name", "region", "state", "since", "sends", "receives", "party", "territoryOf", "through", "throughName"],
            view.Rows.Select(ParticipationRow.Of).Select(row => (IReadOnlyList<string?>)
                [row.Code, row.Name, row.Region, NameOf(row.State), CsvTable.Moment(row.Since), row.Sends ? "true" : "false",
                    row.Receives ? "true" : "false", NameOf(row.Party), row.TerritoryOf, row.Through, row.ThroughName])),
        CsvTable.ContentType);

    private static ParticipationAnswer Make(byte[] body, string contentType) =>
        new(body, contentType, $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"");

    private sealed record Shelf(DateTimeOffset Since)
    {
        public ConcurrentDictionary<(ListParticipationRequest Request, bool AsCsv), ParticipationAnswer> Answers { get; } = new();
    }
}
