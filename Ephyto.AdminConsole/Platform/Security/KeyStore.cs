using System.Formats.Asn1;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Looks into a file of PKCS#12 (RFC 7292) as far as that goes without its password. A key lies there in a bag that can be seen, itself
/// encrypted; where all that can be seen is one encrypted part, it holds certificates alone, as the tools write them.
/// </summary>
internal static class KeyStore
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string CertificateBag = "1.2.840.113549.1.12.10.1.3";
    private const string RevocationListBag = "1.2.840.113549.1.12.10.1.4";

    /// <summary>Whether it is such a file, with a key or without.</summary>
    public static bool Is(byte[] content)
    {
        try
        {
            var outer = new AsnReader(content, AsnEncodingRules.BER).ReadSequence();
            return outer.ReadInteger() == 3 && outer.ReadSequence().ReadObjectIdentifier().StartsWith(Data[..^1], StringComparison.Ordinal);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    /// <param name="kind">Of the content: data, or data that somebody signed.</param>
    /// <param name="content">What follows.</param>
    public static bool MayHoldKey(string kind, AsnReader content)
    {
        if (kind != Data) return true;
        try
        {
            var parts = Unwrapped(content).ReadSequence();
            while (parts.HasData)
            {
                var part = parts.ReadSequence();
                if (part.ReadObjectIdentifier() == Data && HoldsMoreThanCertificates(Unwrapped(part))) return true;
            }

            return false;
        }
        catch (AsnContentException)
        {
            // What cannot be understood may be anything.
            return true;
        }
    }

    private static bool HoldsMoreThanCertificates(AsnReader content)
    {
        var bags = content.ReadSequence();
        while (bags.HasData)
        {
            if (bags.ReadSequence().ReadObjectIdentifier() is not (CertificateBag or RevocationListBag)) return true;
        }

        return false;
    }

    private static AsnReader Unwrapped(AsnReader content) => new(
        content.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true)).ReadOctetString(), AsnEncodingRules.BER);
}
