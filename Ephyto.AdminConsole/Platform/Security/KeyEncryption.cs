using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Section <c>DataProtection</c>: what encrypts the keys that lie in <c>keys/</c> of the data directory.</summary>
internal sealed class KeyEncryptionOptions
{
    public const string Section = "DataProtection";

    public CertificateFile Certificate { get; set; } = new();

    /// <summary>The one before, for as long as keys are left that it encrypted.</summary>
    public CertificateFile FormerCertificate { get; set; } = new();

    public bool IsOn => Certificate.IsSet;
}

/// <summary>A certificate with its private key, in one file of PKCS #12 (<c>.pfx</c>, <c>.p12</c>).</summary>
internal sealed class CertificateFile
{
    public string? Path { get; set; }

    public string? Password { get; set; }

    public bool IsSet => !string.IsNullOrWhiteSpace(Path);

    /// <summary>Null where it cannot be read, or cannot decrypt.</summary>
    public X509Certificate2? Load()
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(Path!, Password);
            using var key = certificate.GetRSAPrivateKey();
            return key is null ? null : certificate;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

internal static class KeyEncryption
{
    public static IDataProtectionBuilder EncryptKeys(this IDataProtectionBuilder protection, IConfiguration configuration)
    {
        var section = configuration.GetSection(KeyEncryptionOptions.Section);
        protection.Services.AddOptions<KeyEncryptionOptions>().Bind(section)
            .Validate(options => IsReadable(options.Certificate), Sentence(nameof(KeyEncryptionOptions.Certificate)))
            .Validate(options => IsReadable(options.FormerCertificate), Sentence(nameof(KeyEncryptionOptions.FormerCertificate)))
            .ValidateOnStart();
        var given = section.Get<KeyEncryptionOptions>() ?? new KeyEncryptionOptions();
        // One that cannot be read is refused at the start, by the sentence above.
        var known = new[] { given.Certificate, given.FormerCertificate }.Where(file => file.IsSet).Select(file => file.Load())
            .OfType<X509Certificate2>().ToArray();
        if (known.Length > 0) protection.UnprotectKeysWithAnyCertificate(known);
        if (given.IsOn && known.Length > 0) protection.ProtectKeysWithCertificate(known[0]);
        return protection;
    }

    private static bool IsReadable(CertificateFile file)
    {
        if (!file.IsSet) return true;
        using var certificate = file.Load();
        return certificate is not null;
    }

    private static string Sentence(string key) =>
        $"Set DataProtection:{key}:Path to a readable .pfx file with an RSA certificate and its private key, and "
            + $"DataProtection:{key}:Password to its password.";
}
