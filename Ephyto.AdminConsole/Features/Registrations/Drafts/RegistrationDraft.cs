using System.Text.Json;

namespace Ephyto.AdminConsole.Features.Registrations.Drafts;

/// <summary>
/// What somebody typed into the registration form and has not submitted yet. The browser holds a random secret, this row
/// only its SHA-256: who reads the store cannot take a form over.
/// </summary>
internal sealed class RegistrationDraft
{
    private RegistrationDraft()
    {
    }

    public RegistrationDraft(string key, DateTime now) => (Key, CreatedAt) = (key, now);

    /// <summary>SHA-256 of the browser's secret, 64 hexadecimal digits.</summary>
    public string Key { get; private set; } = "";

    /// <summary>A JSON object: field → text.</summary>
    public string Payload { get; private set; } = "{}";

    public DateTime CreatedAt { get; private set; }

    public DateTime UpdatedAt { get; private set; }

    public Dictionary<string, string> Read() => JsonSerializer.Deserialize<Dictionary<string, string>>(Payload) ?? [];

    /// <summary>Takes over the changed fields only, so that two tabs do not undo each other's.</summary>
    public void Merge(IEnumerable<KeyValuePair<string, string>> changed, DateTime now)
    {
        var values = Read();
        foreach (var (field, text) in changed) values[field] = text;
        (Payload, UpdatedAt) = (JsonSerializer.Serialize(values), now);
    }
}
