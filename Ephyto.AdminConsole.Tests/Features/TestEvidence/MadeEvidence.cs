using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ephyto.AdminConsole.Features.TestEvidence;
using Ephyto.AdminConsole.Features.TestEvidence.Signing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.TestEvidence;

namespace Ephyto.AdminConsole.Tests.Features.TestEvidence;

/// <summary>Files of evidence made for one test, good ones and bad ones.</summary>
internal static class MadeEvidence
{
    public static readonly DateTime At = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    public static TestStatement Of(string country, DateTime? made = null) => new(
        new("https://test.example.org/"), HubEnvironment.Test, country, "Plant protection", made ?? At,
        [new(IntegrationStep.FirstSent, At.AddDays(-3), "0195-4711")], [country], []);

    public static byte[] Signed(this TestStatement said, ECDsa key) => FlattenedJws.Sign(StatementFile.Write(said), key);

    /// <summary>The file with one of its three members changed.</summary>
    public static byte[] With(this byte[] file, string member, Func<string, string> change)
    {
        var json = JsonNode.Parse(file)!.AsObject();
        json[member] = change(json[member]!.GetValue<string>());
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    /// <summary>What a member says, changed as text.</summary>
    public static byte[] Saying(this byte[] file, string member, string what, string instead) => file.With(member,
        text => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Replace(what, instead, StringComparison.Ordinal))));

    /// <summary>As a console is given the key of another one.</summary>
    public static string PublicPem(ECDsa key) => key.ExportSubjectPublicKeyInfoPem();
}
