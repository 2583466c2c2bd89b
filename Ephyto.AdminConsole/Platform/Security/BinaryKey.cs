using System.Formats.Asn1;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Knows private keys by their shape: PKCS#8 in clear and encrypted (RFC 5958), PKCS#1 and DSA (RFC 8017), SEC 1 (RFC 5915),
/// PKCS#12 (RFC 7292) and the key stores of Java.
/// </summary>
internal static class BinaryKey
{
    private const int FewestIntegers = 6;
    private static readonly byte[][] JavaStores = [[0xFE, 0xED, 0xFE, 0xED], [0xCE, 0xCE, 0xCE, 0xCE]];

    public static bool Is(ReadOnlySpan<byte> content)
    {
        foreach (var store in JavaStores)
        {
            if (content.StartsWith(store)) return true;
        }

        // Files of Windows and stores of other kinds come in BER.
        if (content.Length < 8 || content[0] != 0x30) return false;
        try
        {
            var outer = new AsnReader(content.ToArray(), AsnEncodingRules.BER).ReadSequence();
            return outer.PeekTag() == Asn1Tag.Sequence ? IsEncrypted(outer) : outer.PeekTag() == Asn1Tag.Integer && IsNumbered(outer);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    /// <summary>An algorithm, then what it encrypted.</summary>
    private static bool IsEncrypted(AsnReader outer)
    {
        var algorithm = outer.ReadSequence();
        return algorithm.HasData && algorithm.PeekTag() == Asn1Tag.ObjectIdentifier && outer.HasData
            && outer.PeekTag().HasSameClassAndValue(Asn1Tag.PrimitiveOctetString);
    }

    private static bool IsNumbered(AsnReader outer)
    {
        var version = outer.ReadInteger();
        if (!outer.HasData) return false;
        if (version == 3 && outer.PeekTag() == Asn1Tag.Sequence) return IsStore(outer);
        if (version > 1) return false;
        if (outer.PeekTag() == Asn1Tag.Sequence) return IsKeyWithAlgorithm(outer);
        // SEC 1: the number alone, before the curve; PKCS#1 and DSA: a row of numbers.
        return outer.PeekTag().HasSameClassAndValue(Asn1Tag.PrimitiveOctetString) || IsRowOfIntegers(outer);
    }

    private static bool IsStore(AsnReader outer)
    {
        var content = outer.ReadSequence();
        return content.HasData && content.PeekTag() == Asn1Tag.ObjectIdentifier
            && content.ReadObjectIdentifier() is var kind && kind.StartsWith("1.2.840.113549.1.7.", StringComparison.Ordinal)
            && KeyStore.MayHoldKey(kind, content);
    }

    private static bool IsKeyWithAlgorithm(AsnReader outer)
    {
        var algorithm = outer.ReadSequence();
        return algorithm.HasData && algorithm.PeekTag() == Asn1Tag.ObjectIdentifier
            && outer.HasData && outer.PeekTag().HasSameClassAndValue(Asn1Tag.PrimitiveOctetString);
    }

    private static bool IsRowOfIntegers(AsnReader outer)
    {
        var count = 1;
        while (outer.HasData && outer.PeekTag() == Asn1Tag.Integer)
        {
            outer.ReadIntegerBytes();
            count++;
        }

        return count >= FewestIntegers;
    }
}
