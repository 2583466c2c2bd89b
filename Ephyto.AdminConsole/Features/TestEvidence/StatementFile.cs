using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.TestEvidence;

namespace Ephyto.AdminConsole.Features.TestEvidence;

/// <summary>A statement as it stands in the signed file, form 1.</summary>
internal static class StatementFile
{
    public const int Format = 1;

    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const int LongestName = 500;
    private const int LongestNumber = 36;
    private const int LongestCode = 3;
    private const int Sha256Digits = 64;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 8,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // It goes into a file, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(TestStatement said) => JsonSerializer.SerializeToUtf8Bytes(
        new Written(Format, said.Console.AbsoluteUri, said.Environment.ToString(), said.Country, said.Organization, Of(said.MadeAt),
            [.. said.Steps.Select(step => new WrittenStep(step.Step.ToString(), Of(step.At), step.TrackingNumber))],
            said.Connections,
            [.. said.Certificates.Select(one => new WrittenCertificate(one.Connection, one.PublicKeyHash, one.Thumbprint))]),
        Options);

    /// <returns>Null where it is none, or of a form that is not known.</returns>
    public static TestStatement? Read(byte[] payload)
    {
        try
        {
            return JsonSerializer.Deserialize<Written>(payload, Options) is { Format: Format } written ? Of(written) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>To the second, as the file knows moments.</summary>
    public static DateTime InSeconds(DateTime moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));

    private static TestStatement Of(Written written) => new(
        ForeignUri.TryRead(written.Console, out var console) && console.AbsoluteUri.Length <= TakenEvidence.LongestConsole
            ? console : throw new FormatException(),
        Enum.TryParse<HubEnvironment>(written.Environment, out var environment) && Enum.IsDefined(environment)
            ? environment : throw new FormatException(),
        written.Country, FreeText.Line(written.Organization, LongestName) ?? "", MomentOf(written.MadeAt),
        [.. written.Steps.Select(Of).DistinctBy(step => step.Step)],
        [.. written.Connections.Select(code => Short(code, LongestCode)).Distinct(StringComparer.Ordinal)],
        [.. written.Certificates.Select(Of).Distinct()]);

    private static ProvenStep Of(WrittenStep? written) =>
        Enum.TryParse<IntegrationStep>(written?.Step, out var step) && TestStatement.Provable.Contains(step)
            ? new(step, MomentOf(written!.At), Short(written.TrackingNumber, LongestNumber)) : throw new FormatException();

    private static TestCertificate Of(WrittenCertificate? written) => new(
        written?.Connection is { } code ? Short(code, LongestCode) : null, HashOf(written?.PublicKeySha256), HashOf(written?.Sha256));

    private static string HashOf(string? written) => written is { Length: Sha256Digits } && written.All(char.IsAsciiHexDigit)
        ? written.ToUpperInvariant() : throw new FormatException();

    private static string Short(string? written, int longest) =>
        written is not null && written.Length <= longest && FreeText.Line(written) == written ? written : throw new FormatException();

    private static DateTime MomentOf(string written) => DateTime.ParseExact(
        written, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static string Of(DateTime moment) => moment.ToString(Moment, CultureInfo.InvariantCulture);

    private sealed record Written(
        int Format, string Console, string Environment, string Country, string Organization, string MadeAt,
        IReadOnlyList<WrittenStep> Steps, IReadOnlyList<string> Connections, IReadOnlyList<WrittenCertificate> Certificates);

    private sealed record WrittenStep(string Step, string At, string TrackingNumber);

    private sealed record WrittenCertificate(string? Connection, string PublicKeySha256, string Sha256);
}
