using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Platform.Security;

/// <summary>Keys at rest: encrypted by the certificate that is given, and by the one before it.</summary>
public sealed class KeyEncryptionTests : IDisposable
{
    private const string Password = "of the file";
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Keys_are_encrypted_by_the_certificate_and_read_with_it_alone()
    {
        var certificate = MakeCertificate("one.pfx");
        var protectedText = Protector(("DataProtection:Certificate:Path", certificate)).Protect("secret");

        Assert.Equal("secret", Protector(("DataProtection:Certificate:Path", certificate)).Unprotect(protectedText));
        // Before somebody without the certificate asks: they get a key of their own, in clear.
        var key = File.ReadAllText(Assert.Single(Directory.EnumerateFiles(_directory.File("keys"))));
        Assert.Throws<CryptographicException>(() => Protector().Unprotect(protectedText));
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_change_of_the_certificate_the_former_one_still_reads_its_keys()
    {
        var (former, next) = (MakeCertificate("former.pfx"), MakeCertificate("next.pfx"));
        var protectedText = Protector(("DataProtection:Certificate:Path", former)).Protect("secret");

        Assert.Equal("secret",
            Protector(("DataProtection:Certificate:Path", next), ("DataProtection:FormerCertificate:Path", former))
                .Unprotect(protectedText));
    }

    [Fact]
    public void Keys_of_before_are_read_on()
    {
        var protectedText = Protector().Protect("secret");

        Assert.Equal("secret", Protector(("DataProtection:Certificate:Path", MakeCertificate("one.pfx"))).Unprotect(protectedText));
    }

    [Theory]
    [InlineData("missing.pfx", Password)]
    [InlineData("one.pfx", "another")]
    [InlineData("public.pfx", Password)]
    public void A_certificate_that_cannot_decrypt_is_refused_with_the_name_of_its_key(string file, string password)
    {
        MakeCertificate("one.pfx");
        MakeCertificate("public.pfx", withKey: false);
        var fault = Assert.Throws<OptionsValidationException>(
            () => Services(("DataProtection:Certificate:Path", _directory.File(file)), ("DataProtection:Certificate:Password", password))
            .GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Set DataProtection:Certificate:Path", Assert.Single(fault.Failures), StringComparison.Ordinal);
    }

    private IDataProtector Protector(params (string Key, string? Value)[] settings)
    {
        (string Key, string? Value)[] passwords = [("DataProtection:Certificate:Password", Password),
            ("DataProtection:FormerCertificate:Password", Password)];
        var services = Services([.. settings, .. passwords]);
        services.GetRequiredService<IStartupValidator>().Validate();
        return services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }

    private ServiceProvider Services(params (string Key, string? Value)[] settings)
    {
        var configuration =
            new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value))
                .Build();
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("test").PersistKeysToFileSystem(new DirectoryInfo(_directory.File("keys")))
            .EncryptKeys(configuration);
        return services.BuildServiceProvider();
    }

    private string MakeCertificate(string file, bool withKey = true)
    {
        using var key = SharedKeys.Rsa();
        using var made = new CertificateRequest($"CN={file}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        using var bare = X509CertificateLoader.LoadCertificate(made.RawData);
        File.WriteAllBytes(_directory.File(file), (withKey ? made : bare).Export(X509ContentType.Pkcs12, Password)!);
        return _directory.File(file);
    }
}
