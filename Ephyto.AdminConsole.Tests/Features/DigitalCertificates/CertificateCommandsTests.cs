using Ephyto.AdminConsole.Features.DigitalCertificates;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>Command lines that people paste: whatever an organization is called, they do what they say and nothing else.</summary>
public sealed class CertificateCommandsTests
{
    private static CertificateCommands Commands(string organization, CertificateUsage usage = CertificateUsage.ClientAuthentication) =>
        new("CI", organization, usage);

    [Fact]
    public void They_are_filled_in_for_the_organization()
    {
        var commands = Commands("Protection des végétaux");

        Assert.Contains("-subj '/C=CI/O=Protection des végétaux/CN=ePhyto CI'", commands.ShellSelfSigned, StringComparison.Ordinal);
        Assert.Contains("-keyout ephyto-ci-client.key -out ephyto-ci-client.pem", commands.ShellSelfSigned, StringComparison.Ordinal);
        Assert.Contains("-out ephyto-ci-client.csr", commands.ShellRequest, StringComparison.Ordinal);
        Assert.Contains("-Subject 'C=CI, O=\"Protection des végétaux\", CN=ePhyto CI'", commands.PowerShellSelfSigned,
            StringComparison.Ordinal);
        Assert.DoesNotContain("-x509", commands.ShellRequest, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_certificate_of_a_client_says_that_it_is_one()
    {
        Assert.Contains("clientAuth", Commands("A").ShellRequest, StringComparison.Ordinal);
        var signing = Commands("A", CertificateUsage.Signing);
        foreach (var lines in new[] { signing.ShellSelfSigned, signing.ShellRequest, signing.PowerShellSelfSigned })
        {
            Assert.DoesNotContain("clientAuth", lines, StringComparison.Ordinal);
            Assert.DoesNotContain("1.3.6.1.5.5.7.3.2", lines, StringComparison.Ordinal);
            Assert.Contains("ephyto-ci-signing", lines, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_name_with_signs_of_a_shell_stays_a_name()
    {
        var commands = Commands("O'Neil $(rm -rf ~) \"A/B\" + C\\D `x` ’;’\r\nE");

        Assert.Contains("'/C=CI/O=O'\\''Neil $(rm -rf ~) \"A\\/B\" \\+ C\\\\D `x` ’;’ E/CN=ePhyto CI'", commands.ShellSelfSigned,
            StringComparison.Ordinal);
        Assert.Contains("'C=CI, O=\"O''Neil $(rm -rf ~) \"\"A/B\"\" + C\\D `x` ’’;’’ E\", CN=ePhyto CI'", commands.PowerShellSelfSigned,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_is_cut_to_what_a_certificate_takes() =>
        Assert.Contains($"/O={new string('é', 64)}/CN", Commands(new string('é', 100)).ShellSelfSigned, StringComparison.Ordinal);
}
