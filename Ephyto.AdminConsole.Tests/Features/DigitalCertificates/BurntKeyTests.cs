using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>A private key that somebody sent must not be used any more, in no organization.</summary>
public abstract class BurntKeyTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
    }

    [Theory]
    [InlineData("pkcs8")]
    [InlineData("sec1 beside its certificate")]
    [InlineData("der")]
    [InlineData("bare")]
    [InlineData("utf-16")]
    [InlineData("another armour")]
    [InlineData("store without password")]
    public async Task A_certificate_whose_key_was_sent_is_refused_in_every_organization(string form)
    {
        using var made = MadeCertificate.Ec(_key);
        Assert.Equal(CertificateErrors.PrivateKey, await SendAsync(FormOf(form, made)));
        Assert.Equal(CertificateErrors.PrivateKey, await SendAsync(FormOf(form, made)));

        Assert.Equal(CertificateErrors.BurntKey, (await Host.UploadAsync(_nppo, _boss, made)).Error);
        using var later = MadeCertificate.Ec(_key, days: 100);
        var abroad = (await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" })).Nppo.Id;
        var stranger = await Host.ActiveMemberAsync(abroad, NppoRole.Administrator, "stranger@example.org");
        Assert.Equal(CertificateErrors.BurntKey, (await Host.UploadAsync(abroad, stranger, later)).Error);
    }

    [Fact]
    public async Task A_key_of_the_kind_rsa_is_known_again_too()
    {
        using var key = SharedKeys.Rsa();
        var request = new CertificateRequest(MadeCertificate.Subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = Host.Time.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(100));

        await SendAsync(Encoding.ASCII.GetBytes(key.ExportRSAPrivateKeyPem()));

        Assert.Equal(CertificateErrors.BurntKey, (await Host.UploadAsync(_nppo, _boss, made)).Error);
    }

    [Fact]
    public async Task One_that_was_uploaded_before_its_key_was_sent_cannot_be_put_to_use()
    {
        using var made = MadeCertificate.Ec(_key);
        var id = (await Host.UploadAsync(_nppo, _boss, made)).Value;

        await SendAsync(_key.ExportPkcs8PrivateKey());

        Assert.Equal(CertificateErrors.Blocked, (await Host.ActivateAsync(_nppo, _boss, id)).Error);
        Assert.Equal(FindingCode.BurntKey, Assert.Single((await Host.CertificatesAsync(_nppo, _boss)).Unfit).Findings[0].Code);
    }

    [Fact]
    public async Task What_nobody_can_open_and_what_proves_nothing_burns_nothing()
    {
        using var made = MadeCertificate.Ec(_key);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var encrypted = _key.ExportEncryptedPkcs8PrivateKey(
            "secret", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        using var alone = X509CertificateLoader.LoadCertificate(made.RawData);

        Assert.Equal(CertificateErrors.LockedPrivateKey, await SendAsync(made.Export(X509ContentType.Pkcs12, "secret")));
        Assert.Equal(CertificateErrors.LockedPrivateKey, await SendAsync(encrypted));
        var armoured = "\n" + PemEncoding.WriteString("ENCRYPTED PRIVATE KEY", encrypted);
        Assert.Equal(CertificateErrors.LockedPrivateKey, await SendAsync(
            [.. MadeCertificate.Pem(made), .. Encoding.ASCII.GetBytes(armoured)]));
        Assert.NotNull(await SendAsync(alone.Export(X509ContentType.Pkcs12, (string?)null)));
        // Somebody's certificate beside a key of one's own, and a key that claims to be theirs.
        Assert.Equal(CertificateErrors.PrivateKey, await SendAsync(
            [.. MadeCertificate.Pem(made), .. Encoding.ASCII.GetBytes("\n" + other.ExportPkcs8PrivateKeyPem())]));
        await SendAsync(Claimed(_key.ExportParameters(false), other.ExportParameters(true)));

        Assert.Null((await Host.UploadAsync(_nppo, _boss, made)).Error);
    }

    [Fact]
    public async Task Nothing_of_the_file_is_kept_but_by_what_the_key_is_known_again()
    {
        await SendAsync(_key.ExportPkcs8PrivateKey());

        var kept = await Host.StoreAsync(db => db.Set<BurntKey>().AsNoTracking().SingleAsync());
        Assert.Equal((Convert.ToHexString(SHA256.HashData(_key.ExportSubjectPublicKeyInfo())), _nppo, Host.Time.GetUtcNow().UtcDateTime),
            (kept.PublicKeyHash, kept.NppoId, kept.SentAt));
    }

    public override ValueTask DisposeAsync()
    {
        _key.Dispose();
        return base.DisposeAsync();
    }

    private async Task<DomainError?> SendAsync(byte[] file) =>
        (await Host.Get<UploadCertificate>().HandleAsync(new(_nppo, "Key", CertificateUsage.Signing, file), _boss, default)).Error;

    private byte[] FormOf(string form, X509Certificate2 made) => form switch
    {
        "pkcs8" => Encoding.ASCII.GetBytes(_key.ExportPkcs8PrivateKeyPem()),
        "der" => _key.ExportPkcs8PrivateKey(),
        "bare" => Encoding.ASCII.GetBytes(Convert.ToBase64String(_key.ExportPkcs8PrivateKey(), Base64FormattingOptions.InsertLineBreaks)),
        "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(_key.ExportPkcs8PrivateKeyPem())],
        "another armour" => Encoding.ASCII.GetBytes(PemEncoding.WriteString("CERTIFICATE", _key.ExportPkcs8PrivateKey())),
        "store without password" => made.Export(X509ContentType.Pkcs12, (string?)null),
        _ => [.. MadeCertificate.Pem(made), .. Encoding.ASCII.GetBytes("\n" + _key.ExportECPrivateKeyPem())],
    };

    /// <summary>SEC 1 (RFC 5915), as anybody can write it: the number of one key beside the point of another.</summary>
    private static byte[] Claimed(ECParameters theirs, ECParameters own)
    {
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteOctetString(own.D);
            using (writer.PushSequence(new(System.Formats.Asn1.TagClass.ContextSpecific, 0, true)))
                writer.WriteObjectIdentifier("1.2.840.10045.3.1.7");
            using (writer.PushSequence(new(System.Formats.Asn1.TagClass.ContextSpecific, 1, true)))
                writer.WriteBitString([4, .. theirs.Q.X!, .. theirs.Q.Y!]);
        }

        return writer.Encode();
    }
}

public sealed class BurntKeyOnSqlite() : BurntKeyTests(DatabaseKind.Sqlite);

public sealed class BurntKeyOnPostgreSql() : BurntKeyTests(DatabaseKind.PostgreSql);
