using System.Security.Cryptography;
using Ephyto.AdminConsole.Features.TestEvidence.Signing;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Features.TestEvidence;

/// <summary>Which key a console may be told to trust.</summary>
public sealed class TrustedConsoleTests
{
    [Fact]
    public void A_public_key_is_taken_as_text_and_as_a_file()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var directory = new TemporaryDirectory();
        var file = directory.File("test-console.pem");
        File.WriteAllText(file, $"The test console:\n{MadeEvidence.PublicPem(key)}\n");

        foreach (var given in new[] { MadeEvidence.PublicPem(key), file })
        {
            Assert.Null(Wrong(given));
            Assert.Equal(key.ExportSubjectPublicKeyInfo(),
                new TrustedConsole(Options.Create(new HubOptions { TestConsoleKey = given })).Key);
        }

        Assert.Null(Wrong(null));
        Assert.Null(new TrustedConsole(Options.Create(new HubOptions())).Key);
    }

    [Fact]
    public void Everything_else_is_refused_and_the_setting_named()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var longer = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        using var directory = new TemporaryDirectory();
        var large = directory.File("large.pem");
        File.WriteAllText(large, new string(' ', 20_000) + MadeEvidence.PublicPem(key));

        foreach (var given in new[]
        {
            key.ExportPkcs8PrivateKeyPem(), key.ExportECPrivateKeyPem(), MadeEvidence.PublicPem(key) + key.ExportECPrivateKeyPem(),
            MadeEvidence.PublicPem(longer), rsa.ExportSubjectPublicKeyInfoPem(),
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
            "-----BEGIN nothing", directory.File("not-there.pem"), directory.Path, large, "\0",
        })
            Assert.Contains("Hub:TestConsoleKey", Wrong(given), StringComparison.Ordinal);

        Assert.Contains("Production", Wrong(MadeEvidence.PublicPem(key), HubEnvironment.Test), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_console_that_is_given_something_else_does_not_start()
    {
        var (code, said) = await ConsoleApp.RunToEndAsync(
            new Dictionary<string, string?> { ["Hub:Environment"] = "Production", ["Hub:TestConsoleKey"] = "nowhere.pem" }, "Development");

        Assert.Equal(1, code);
        Assert.Contains("Hub:TestConsoleKey", said, StringComparison.Ordinal);
    }

    private static string? Wrong(string? given, HubEnvironment environment = HubEnvironment.Production) =>
        new TrustedConsoleCheck().Validate(null, new HubOptions { Environment = environment, TestConsoleKey = given }).FailureMessage;
}
