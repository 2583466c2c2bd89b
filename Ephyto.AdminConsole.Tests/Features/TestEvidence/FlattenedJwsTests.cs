using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ephyto.AdminConsole.Features.TestEvidence;
using Ephyto.AdminConsole.Features.TestEvidence.Signing;

namespace Ephyto.AdminConsole.Tests.Features.TestEvidence;

/// <summary>The signed file as any other reader of RFC 7515 would read it, and as nobody must.</summary>
public sealed class FlattenedJwsTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private byte[] Spki => _key.ExportSubjectPublicKeyInfo();

    public void Dispose() => _key.Dispose();

    /// <summary>What is not even looked at, whoever signed it.</summary>
    public static TheoryData<string> NoFiles => new()
    {
        "", " ", "null", "[]", "\"text\"", "{}", "{\"payload\":\"e30\"}", "not json", "{\"payload\":1,\"protected\":2,\"signature\":3}",
        "{\"payload\":\"e30\",\"protected\":\"e30\",\"signature\":\"e30\"}", "{\"payload\":\"!\",\"protected\":\"!\",\"signature\":\"!\"}",
        "{\"payload\":\"\\uD800\",\"protected\":\"\\uD800\",\"signature\":\"\\uD800\"}", "{\"\\uD800\":1,\"protected\":2,\"signature\":3}",
        "-----BEGIN CERTIFICATE-----",
    };

    [Fact]
    public void It_is_what_the_standard_says()
    {
        var file = JsonNode.Parse(FlattenedJws.Sign("{\"a\":1}"u8.ToArray(), _key))!;

        Assert.Equal(["payload", "protected", "signature"], file.AsObject().Select(member => member.Key));
        var (header, payload) = (file["protected"]!.GetValue<string>(), file["payload"]!.GetValue<string>());
        Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(payload)));
        var said = JsonNode.Parse(Base64Url.DecodeFromChars(header))!;
        Assert.Equal(("ES256", Base64Url.EncodeToString(SHA256.HashData(Spki))),
            (said["alg"]!.GetValue<string>(), said["kid"]!.GetValue<string>()));
        Assert.True(_key.VerifyData(
            Encoding.ASCII.GetBytes($"{header}.{payload}"), Base64Url.DecodeFromChars(file["signature"]!.GetValue<string>()),
            HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    [Fact]
    public void Whoever_changes_a_sign_of_it_is_found_out()
    {
        var file = MadeEvidence.Of("CI").Signed(_key);
        Assert.True(FlattenedJws.Read(file)!.IsSignedBy(Spki));
        Assert.True(FlattenedJws.Read([0xEF, 0xBB, 0xBF, .. file])!.IsSignedBy(Spki));

        Assert.False(FlattenedJws.Read(file.Saying("payload", "\"CI\"", "\"GH\""))!.IsSignedBy(Spki));
        Assert.False(FlattenedJws.Read(file.Saying("payload", "0195-4711", "0195-4712"))!.IsSignedBy(Spki));
        Assert.False(FlattenedJws.Read(file.With("signature", text => (text[0] == 'A' ? "B" : "A") + text[1..]))!.IsSignedBy(Spki));
        Assert.False(FlattenedJws.Read(file.With("signature", _ => Base64Url.EncodeToString(new byte[64])))!.IsSignedBy(Spki));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False(FlattenedJws.Read(file)!.IsSignedBy(other.ExportSubjectPublicKeyInfo()));
    }

    [Theory]
    [InlineData("\"ES256\"", "\"none\"")]
    [InlineData("\"ES256\"", "\"None\"")]
    [InlineData("\"ES256\"", "\"HS256\"")]
    [InlineData("\"ES256\"", "\"ES384\"")]
    [InlineData("\"ES256\"", "null")]
    [InlineData("\"ES256\"", "\"ES256\",\"alg\":\"none\"")]
    [InlineData("\"ES256\"", "\"ES256\",\"crit\":[\"b64\"],\"b64\":false")]
    [InlineData("\"ES256\"", "\"ES256\",\"jwk\":{\"kty\":\"EC\"}")]
    [InlineData("\"kid\"", "\"jku\"")]
    [InlineData("ephyto-evidence+json", "JWT")]
    public void No_other_algorithm_and_no_key_of_the_files_own(string what, string instead) =>
        Assert.Null(FlattenedJws.Read(MadeEvidence.Of("CI").Signed(_key).Saying("protected", what, instead)));

    [Theory]
    [MemberData(nameof(NoFiles))]
    public void What_is_no_signed_file_is_none(string text) => Assert.Null(FlattenedJws.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_member_more_a_member_twice_and_the_other_serializations_are_none()
    {
        var file = Encoding.UTF8.GetString(MadeEvidence.Of("CI").Signed(_key));

        Assert.Null(FlattenedJws.Read(Encoding.UTF8.GetBytes(file[..^1] + ",\"header\":{\"alg\":\"none\"}}")));
        Assert.Null(FlattenedJws.Read(Encoding.UTF8.GetBytes(file[..^1] + ",\"payload\":\"e30\"}")));
        Assert.Null(FlattenedJws.Read(Encoding.UTF8.GetBytes(file + file)));
        var json = JsonNode.Parse(file)!;
        Assert.Null(FlattenedJws.Read(Encoding.UTF8.GetBytes($"{json["protected"]}.{json["payload"]}.{json["signature"]}")));
        Assert.Null(FlattenedJws.Read(Encoding.UTF8.GetBytes($$"""{"payload":"{{json["payload"]}}","signatures":[{{file}}]}""")));
        Assert.Null(FlattenedJws.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(file)]));
        Assert.Null(FlattenedJws.Read([.. Encoding.UTF8.GetBytes(file), 0xC3]));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"payload\":{\"payload\":")]
    [InlineData("\"\\u0041")]
    [InlineData("{\"a\":1},")]
    [InlineData("           ")]
    public void A_megabyte_of_bait_is_answered_at_once(string bait)
    {
        var file = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(bait, 1024 * 1024 / bait.Length)));
        var payload = Base64Url.EncodeToString(file);
        var watch = Stopwatch.StartNew();

        Assert.Null(FlattenedJws.Read(file));
        Assert.Null(FlattenedJws.Read(Encoding.UTF8.GetBytes($$"""{"payload":"e30","protected":"{{payload}}","signature":"e30"}""")));
        Assert.Null(StatementFile.Read(file));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }
}
