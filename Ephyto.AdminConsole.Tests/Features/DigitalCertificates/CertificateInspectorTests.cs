using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ephyto.AdminConsole.Features.DigitalCertificates.Inspection;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>Files that people upload as a certificate.</summary>
public sealed class CertificateInspectorTests
{
    [Fact]
    public void What_stands_in_a_certificate_is_read_from_both_forms()
    {
        using var made = MadeCertificate.Rsa();

        foreach (var content in new[] { made.RawData, MadeCertificate.Pem(made), [.. "Bag Attributes\n"u8, .. MadeCertificate.Pem(made)] })
        {
            var facts = CertificateInspector.Inspect(content).Value.Facts;
            Assert.Equal((CertificateKeyKind.Rsa, 2048, "CI", false),
                (facts.KeyKind, facts.KeyBits, facts.Country, facts.HasWeakSignature));
            Assert.Equal((MadeCertificate.ThumbprintOf(made), made.SerialNumber), (facts.Thumbprint, facts.SerialNumber));
            Assert.Equal((true, true, true, false), (facts.MaySign, facts.MayAuthenticate, facts.IsSelfSigned, facts.IsAuthority));
            Assert.Equal((made.NotBefore.ToUniversalTime(), made.NotAfter.ToUniversalTime(), DateTimeKind.Utc),
                (facts.ValidFrom, facts.ValidUntil, facts.ValidUntil.Kind));
            Assert.Contains("O=Protection des végétaux", facts.Subject, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_weak_key_or_signature_is_told()
    {
        using var small = MadeCertificate.Rsa(1024);
        using var sha1 = MadeCertificate.RsaSha1();
        using var pss = MadeCertificate.RsaSha1(pss: true);
        using var strongPss = MadeCertificate.Rsa(2048, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);

        Assert.Equal(1024, FactsOf(small).KeyBits);
        Assert.Equal("sha1RSA", FactsOf(sha1).SignatureAlgorithm);
        Assert.True(FactsOf(sha1).HasWeakSignature);
        Assert.True(FactsOf(pss).HasWeakSignature);
        Assert.False(FactsOf(strongPss).HasWeakSignature);
    }

    [Fact]
    public void Curves_are_told_apart()
    {
        using var p256 = MadeCertificate.Ec();
        using var p384 = MadeCertificate.Ec(ECCurve.NamedCurves.nistP384);
        using var p521 = MadeCertificate.Ec(ECCurve.NamedCurves.nistP521);

        Assert.Equal(
            [CertificateKeyKind.P256, CertificateKeyKind.P384, CertificateKeyKind.OtherCurve],
            new[] { p256, p384, p521 }.Select(made => FactsOf(made).KeyKind));
    }

    [Fact]
    public void One_that_says_nothing_of_its_usage_and_country_is_read_too()
    {
        using var plain = MadeCertificate.Ec(subject: "CN=Alone", plain: true);

        Assert.Equal((null, null, null), (FactsOf(plain).MaySign, FactsOf(plain).MayAuthenticate, FactsOf(plain).Country));
    }

    [Fact]
    public void A_chain_is_put_in_order_whatever_its_form_and_said_to_be_complete_or_not()
    {
        var (leaf, middle, root) = MadeCertificate.Chain();

        var whole = CertificateInspector.Inspect(MadeCertificate.Pem(root, leaf, middle)).Value;
        var der = CertificateInspector.Inspect([.. middle.RawData, .. leaf.RawData]).Value;

        Assert.Equal(MadeCertificate.ThumbprintOf(leaf), whole.Facts.Thumbprint);
        Assert.Equal((true, false), (whole.Facts.IsChainComplete, whole.Facts.IsSelfSigned));
        Assert.Equal(Encoding.ASCII.GetString(MadeCertificate.Pem(leaf, middle, root)), Encoding.ASCII.GetString(whole.Pem).TrimEnd('\n'));
        Assert.Equal((MadeCertificate.ThumbprintOf(leaf), false), (der.Facts.Thumbprint, der.Facts.IsChainComplete));
        Assert.True(FactsOf(middle).IsAuthority);
    }

    [Fact]
    public void Certificates_that_do_not_belong_together_and_too_many_are_refused()
    {
        using var one = MadeCertificate.Ec();
        using var other = MadeCertificate.Ec(subject: "CN=Another");

        Assert.Equal(CertificateErrors.NotOneChain, Inspect(MadeCertificate.Pem(one, other)));
        Assert.Equal(CertificateErrors.TooMany, Inspect(MadeCertificate.Pem([.. Enumerable.Repeat(one, 11)])));
        Assert.Null(Inspect(MadeCertificate.Pem(one, one)));
    }

    [Fact]
    public void What_is_no_certificate_is_refused()
    {
        using var made = MadeCertificate.Ec();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Request", key, HashAlgorithmName.SHA256).CreateSigningRequestPem();

        Assert.Equal(CertificateErrors.Empty, Inspect([]));
        Assert.Equal(CertificateErrors.TooLarge, Inspect(new byte[(64 * 1024) + 1]));
        Assert.Equal(CertificateErrors.NotACertificate,
            Inspect("<!doctype html><html><body>403 Forbidden</body></html>"u8.ToArray()));
        Assert.Equal(CertificateErrors.NotACertificate, Inspect([.. "\n<html><pre>"u8, .. MadeCertificate.Pem(made)]));
        Assert.Equal(CertificateErrors.NotACertificate, Inspect(new byte[64 * 1024]));
        Assert.Equal(CertificateErrors.NotACertificate, Inspect([.. made.RawData, 1, 2, 3]));
        Assert.Equal(CertificateErrors.NotACertificate, Inspect(made.RawData[..^10]));
        Assert.Equal(CertificateErrors.NotACertificate,
            Inspect("-----BEGIN CERTIFICATE-----\nnot base64!\n-----END CERTIFICATE-----"u8.ToArray()));
        Assert.Equal(CertificateErrors.Request, Inspect(Encoding.ASCII.GetBytes(request)));
    }

    [Fact]
    public void A_private_key_anywhere_in_the_file_is_refused_whatever_the_name_says()
    {
        using var key = SharedKeys.Rsa();
        using var made = MadeCertificate.Ec();

        Assert.Equal(CertificateErrors.PrivateKey,
            Inspect([.. MadeCertificate.Pem(made), .. Encoding.ASCII.GetBytes("\n" + key.ExportPkcs8PrivateKeyPem())]));
        Assert.Equal(CertificateErrors.PrivateKey, Inspect(key.ExportPkcs8PrivateKey()));
        Assert.Equal(CertificateErrors.PrivateKey, Inspect(made.Export(X509ContentType.Pkcs12, "secret")));
    }

    [Fact]
    public void A_text_is_read_whatever_mark_stands_before_it()
    {
        using var made = MadeCertificate.Ec();
        var pem = Encoding.ASCII.GetString(MadeCertificate.Pem(made));
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var read = CertificateInspector.Inspect([.. encoding.GetPreamble(), .. encoding.GetBytes(pem)]);
            Assert.Equal(MadeCertificate.ThumbprintOf(made), read.Value.Facts.Thumbprint);
        }
    }

    [Fact]
    public void A_collection_is_read_in_both_forms_and_put_in_order()
    {
        var (leaf, middle, root) = MadeCertificate.Chain();
        var p7b = new X509Certificate2Collection { root, leaf, middle }.Export(X509ContentType.Pkcs7)!;

        foreach (var content in (byte[][])[p7b, Encoding.ASCII.GetBytes(PemEncoding.WriteString("PKCS7", p7b))])
        {
            var read = CertificateInspector.Inspect(content).Value;
            Assert.Equal((MadeCertificate.ThumbprintOf(leaf), true), (read.Facts.Thumbprint, read.Facts.IsChainComplete));
            Assert.Equal(MadeCertificate.Pem(leaf, middle, root), read.Pem[..^1]);
        }

        Assert.Equal(CertificateErrors.NotACertificate, Inspect(new X509Certificate2Collection().Export(X509ContentType.Pkcs7)!));
        Assert.Equal(CertificateErrors.NotACertificate, Inspect(p7b[..^20]));
    }

    [Fact]
    public void A_locked_store_without_a_key_is_told_from_one_with_a_key()
    {
        using var withKey = MadeCertificate.Ec();
        using var alone = X509CertificateLoader.LoadCertificate(withKey.RawData);

        Assert.Equal(CertificateErrors.Store, Inspect(alone.Export(X509ContentType.Pkcs12, "secret")));
        Assert.Equal(CertificateErrors.PrivateKey, Inspect(withKey.Export(X509ContentType.Pkcs12, "secret")));
    }

    [Fact]
    public void Damaged_files_are_refused_with_a_sentence_and_never_break_anything()
    {
        using var made = MadeCertificate.Ec();
        var whole = made.RawData;

        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x55;
            var refusal = Inspect(damaged);
            Assert.True(refusal is null || refusal == CertificateErrors.NotACertificate || refusal == CertificateErrors.PrivateKey,
                $"{at}: {refusal?.Code}");
        }
    }

    private static CertificateFacts FactsOf(X509Certificate2 made) => CertificateInspector.Inspect(made.RawData).Value.Facts;

    private static DomainError? Inspect(byte[] content) => CertificateInspector.Inspect(content).Error;
}
