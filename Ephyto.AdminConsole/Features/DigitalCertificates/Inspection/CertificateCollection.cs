using System.Formats.Asn1;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Inspection;

/// <summary>The certificates of a file of PKCS#7 (RFC 5652), as authorities and Windows hand out chains: .p7b.</summary>
internal static class CertificateCollection
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private static readonly Asn1Tag First = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <returns>Each in DER; null where it is no such file, or holds none.</returns>
    public static IReadOnlyList<byte[]>? Read(byte[] content)
    {
        try
        {
            var outer = new AsnReader(content, AsnEncodingRules.BER).ReadSequence();
            if (outer.PeekTag() != Asn1Tag.ObjectIdentifier || outer.ReadObjectIdentifier() != SignedData) return null;

            var signed = outer.ReadSequence(First).ReadSequence();
            signed.ReadInteger();
            signed.ReadSetOf();
            signed.ReadSequence();
            if (!signed.HasData || signed.PeekTag() != First) return null;
            var certificates = signed.ReadSetOf(First);
            List<byte[]> found = [];
            while (certificates.HasData) found.Add(certificates.ReadEncodedValue().ToArray());
            return found.Count > 0 ? found : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
