using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Inspection;

/// <summary>Takes a certificate and its chain out of an uploaded file, by its content, and refuses everything else.</summary>
internal static class CertificateInspector
{
    /// <summary>In bytes.</summary>
    public const int LargestFile = 64 * 1024;

    public const int MostCertificates = 10;
    private static readonly string[] Kinds = [".cer", ".crt", ".pem", ".der", ".p7b", ".p7c"];

    /// <summary>What a file dialog offers.</summary>
    public static string Endings => string.Join(',', Kinds);

    /// <param name="file">The whole file. What it is called says nothing: it is read by its content.</param>
    public static Result<InspectedCertificate> Inspect(byte[] file)
    {
        if (file.Length == 0) return CertificateErrors.Empty;
        if (file.Length > LargestFile) return CertificateErrors.TooLarge;
        if (KeyCheck.HasPrivateKey(file)) return CertificateErrors.PrivateKey;
        if (KeyStore.Is(file)) return CertificateErrors.Store;
        var content = CertificateFile.WithoutMark(file);
        // Whatever it is called: who was told "not a certificate" would not know what to do with it.
        if (CertificateFile.IsRequest(content)) return CertificateErrors.Request;
        var parts = CertificateFile.Split(content);
        if (parts.Error is { } refusal) return refusal;
        if (parts.Value.Count > MostCertificates) return CertificateErrors.TooMany;

        List<X509Certificate2> certificates = [];
        try
        {
            certificates.AddRange(parts.Value.Select(part => X509CertificateLoader.LoadCertificate(part)));
            if (CertificateChain.Order(certificates) is not { } chain) return CertificateErrors.NotOneChain;
            var pem = string.Join('\n', chain.Select(certificate => certificate.ExportCertificatePem())) + "\n";
            return new InspectedCertificate(CertificateReader.Read(chain[0], CertificateChain.IsComplete(chain)),
                Encoding.ASCII.GetBytes(pem));
        }
        catch (CryptographicException)
        {
            return CertificateErrors.NotACertificate;
        }
        finally
        {
            certificates.ForEach(certificate => certificate.Dispose());
        }
    }
}
