using System.Security.Cryptography.X509Certificates;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Inspection;

/// <summary>Puts certificates of one file into their order. It goes by names: whom the Hub trusts is the Hub's to say.</summary>
internal static class CertificateChain
{
    /// <returns>The certificate itself, then who issued it, and so on; null where the certificates do not belong together.</returns>
    public static List<X509Certificate2>? Order(IReadOnlyList<X509Certificate2> certificates)
    {
        var left = certificates.DistinctBy(certificate => certificate.Thumbprint).ToList();
        // Nobody else in the file was issued by it.
        var leaves = left.Where(one => !left.Exists(other => other != one && Issued(one, other))).ToList();
        if (leaves.Count != 1) return null;

        List<X509Certificate2> chain = [];
        for (var next = leaves[0]; next is not null; next = left.Find(other => Issued(other, chain[^1])))
        {
            chain.Add(next);
            left.Remove(next);
        }

        return left.Count == 0 ? chain : null;
    }

    /// <summary>Whether it goes up to a root.</summary>
    public static bool IsComplete(IReadOnlyList<X509Certificate2> chain) => IsRoot(chain[^1]);

    public static bool IsRoot(X509Certificate2 certificate) => Issued(certificate, certificate);

    private static bool Issued(X509Certificate2 issuer, X509Certificate2 certificate) =>
        issuer.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
