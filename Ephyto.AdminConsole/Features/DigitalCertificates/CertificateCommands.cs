using System.Text;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Features.DigitalCertificates;

/// <summary>
/// The command lines that make a key and a certificate, filled in for one organization and safe to paste whatever its name holds.
/// </summary>
/// <param name="country">The code of its country.</param>
/// <param name="organization">Its name.</param>
/// <param name="usage">What the certificate is for.</param>
internal sealed class CertificateCommands(string country, string organization, CertificateUsage usage)
{
    // X.520 allows 64 characters for the name of an organization.
    private const int LongestName = 64;
    private readonly string _organization = Shortened(organization) ?? country;

    private string File => $"ephyto-{country.ToLowerInvariant()}-{(usage == CertificateUsage.Signing ? "signing" : "client")}";

    private string CommonName => $"ePhyto {country}";

    /// <summary>A key and a certificate signed with itself, for a POSIX shell. OpenSSL asks for a passphrase of the key.</summary>
    public string ShellSelfSigned => string.Join(" \\\n  ",
    [
        "openssl req -x509 -newkey rsa:3072 -sha256 -days 730 -utf8",
        $"-keyout {File}.key -out {File}.pem",
        $"-subj {InShell(Subject)}",
        "-addext 'basicConstraints=critical,CA:FALSE'",
        .. Extensions,
    ]);

    /// <summary>A key and a request that an authority makes a certificate of.</summary>
    public string ShellRequest => string.Join(" \\\n  ",
    [
        "openssl req -new -newkey rsa:3072 -sha256 -utf8",
        $"-keyout {File}.key -out {File}.csr",
        $"-subj {InShell(Subject)}",
        .. Extensions,
    ]);

    /// <summary>For Windows PowerShell: the key stays in the store of the machine's user and cannot be taken out.</summary>
    public string PowerShellSelfSigned
    {
        get
        {
            string[] parts =
            [
                $"$certificate = New-SelfSignedCertificate -Type Custom -Subject {InPowerShell(DistinguishedName)}",
                "-KeyAlgorithm RSA -KeyLength 3072 -HashAlgorithm SHA256 -KeyUsage DigitalSignature -KeyExportPolicy NonExportable",
                "-NotAfter (Get-Date).AddYears(2) -CertStoreLocation 'Cert:\\CurrentUser\\My'",
                .. usage == CertificateUsage.ClientAuthentication
                    ? ["-TextExtension @('2.5.29.37={text}1.3.6.1.5.5.7.3.2')"] : Array.Empty<string>(),
            ];
            return $"{string.Join(" `\n  ", parts)}\nExport-Certificate -Cert $certificate -FilePath {File}.cer";
        }
    }

    private string[] Extensions => usage == CertificateUsage.ClientAuthentication
        ? ["-addext 'keyUsage=critical,digitalSignature'", "-addext 'extendedKeyUsage=clientAuth'"]
        : ["-addext 'keyUsage=critical,digitalSignature'"];

    /// <summary>As OpenSSL reads it: a slash begins a part, a plus joins two.</summary>
    private string Subject => $"/C={country}/O={InSubject(_organization)}/CN={CommonName}";

    /// <summary>As Windows reads it: in quotes, a quote is doubled.</summary>
    private string DistinguishedName =>
        $"C={country}, O=\"{_organization.Replace("\"", "\"\"", StringComparison.Ordinal)}\", CN={CommonName}";

    // At the end of a word: half a word looks like a mistake in the certificate for as long as it lives.
    private static string? Shortened(string name)
    {
        if (FreeText.Line(name, LongestName) is not { } cut || FreeText.Line(name, LongestName + 1) is not { } longer
            || longer.Length == cut.Length) return FreeText.Line(name, LongestName);
        var end = longer[cut.Length] == ' ' ? cut.Length : cut.LastIndexOf(' ');
        return end > 0 ? cut[..end].TrimEnd(' ', ',', ';', '-', '–', '(', '&') : cut;
    }

    private static string InSubject(string value) => Prefixed(value, '\\', "\\/+");

    /// <summary>Nothing has a meaning between single quotes but the quote itself.</summary>
    private static string InShell(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>PowerShell takes the curved single quotes for quotes as well.</summary>
    private static string InPowerShell(string value)
    {
        var quoted = new StringBuilder("'");
        foreach (var letter in value)
        {
            quoted.Append(letter);
            if (letter is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B') quoted.Append(letter);
        }

        return quoted.Append('\'').ToString();
    }

    private static string Prefixed(string value, char prefix, string special)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var letter in value)
        {
            if (special.Contains(letter, StringComparison.Ordinal)) escaped.Append(prefix);
            escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
