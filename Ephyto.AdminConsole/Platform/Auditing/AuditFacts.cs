using System.Text.Json;
using System.Text.Json.Serialization;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Platform.Auditing;

/// <summary>
/// How facts stand in an entry: a JSON object, its keys in ordinal order, and behind each an object that says what the fact is. In
/// entries of earlier consoles a plain text stands there. It is part of what the chain holds together, and stays as it is.
/// </summary>
internal static class AuditFacts
{
    public static string Write(DomainEvent happened) => JsonSerializer.Serialize(new SortedDictionary<string, Stored?>(
        happened.Facts.ToDictionary(fact => fact.Key, fact => fact.Value.Value is { } value
            ? new Stored(fact.Value.Kind.ToString(), fact.Value.Of, value) : null), StringComparer.Ordinal));

    /// <returns>Empty where somebody changed the row so that it cannot be read: it is shown without its facts, and the verification names
    /// it.</returns>
    public static Dictionary<string, EventFact> Read(string facts)
    {
        Dictionary<string, EventFact> read = [];
        try
        {
            foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(facts)
                ?? []) read[name] = Read(value);
        }
        catch (JsonException)
        {
            read.Clear();
        }

        return read;
    }

    private static EventFact Read(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Null) return new(FactKind.Unsaid, value.GetString());
        // What only a later console knows is shown as it is.
        return value.Deserialize<Stored>() is { Value: { } text } stored
            ? new(Enum.TryParse<FactKind>(stored.Is, out var kind) ? kind : FactKind.Words, text, stored.Of) : throw new JsonException();
    }

    private sealed record Stored(
        [property: JsonPropertyName("is")] string? Is,
        [property: JsonPropertyName("of"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Of,
        [property: JsonPropertyName("value")] string? Value);
}
