using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ephyto.AdminConsole.Features.Registrations.Register.Drafts;

/// <summary>
/// What somebody typed into the registration form and has not submitted yet. The browser holds a random secret, this row
/// only its SHA-256: who reads the store cannot take a form over.
/// </summary>
internal sealed class RegistrationDraft
{
    // Letters of every script stand for themselves: as \u0000 each would take six bytes.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private RegistrationDraft()
    {
    }

    public RegistrationDraft(string key, DateTime now, string? sender = null) => (Key, CreatedAt, Sender) = (key, now, sender);

    /// <summary>SHA-256 of the browser's secret, 64 hexadecimal digits.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The network it came from, for a day: so that one sender does not leave any number of them.</summary>
    public string? Sender { get; private set; }

    /// <summary>A JSON object: field → text, only of fields in which something stands.</summary>
    public string Payload { get; private set; } = "{}";

    /// <summary>Of the payload, in bytes.</summary>
    public int Size { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime UpdatedAt { get; private set; }

    public Dictionary<string, string> Read() => JsonSerializer.Deserialize<Dictionary<string, string>>(Payload) ?? [];

    /// <summary>Takes over the changed fields only, so that two tabs do not undo each other's.</summary>
    /// <param name="changed">Field → text; an empty text takes the field out.</param>
    /// <param name="now">UTC.</param>
    /// <param name="largest">What the payload may take, in bytes.</param>
    /// <returns>False where it would be larger; then it is left as it was.</returns>
    public bool Merge(IEnumerable<KeyValuePair<string, string>> changed, DateTime now, int largest = int.MaxValue)
    {
        var values = Read();
        foreach (var (field, text) in changed)
        {
            if (text.Length == 0) values.Remove(field);
            else values[field] = text;
        }

        var payload = JsonSerializer.Serialize(values, Plain);
        var size = Encoding.UTF8.GetByteCount(payload);
        if (size > largest) return false;
        (Payload, Size, UpdatedAt) = (payload, size, now);
        return true;
    }
}
