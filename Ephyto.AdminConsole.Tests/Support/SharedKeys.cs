using System.Collections.Concurrent;
using System.Security.Cryptography;
using Ephyto.AdminConsole.Features.Sandbox.Server;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// RSA keys for certificates of tests. To find one takes longer than most tests do, so the tests of a run share them: the keys of one
/// test differ from each other, those of two tests need not.
/// </summary>
internal static class SharedKeys
{
    private static readonly ConcurrentDictionary<(int Bits, int Number), Lazy<RSAParameters>> Found = new();
    private static readonly ConcurrentDictionary<(string Test, int Bits), int> Drawn = new();

    /// <summary>One that this test has not been given yet; it is the caller's to dispose.</summary>
    public static RSA Rsa(int bits = 2048)
    {
        // What a fixture is given belongs to several tests, and never comes again.
        var test = TestContext.Current.Test?.UniqueID;
        var drawn = Drawn.AddOrUpdate((test ?? "", bits), 1, (_, before) => before + 1);
        return RSA.Create(Found.GetOrAdd((bits, test is null ? -drawn : drawn), _ => new(() => Find(bits))).Value);
    }

    /// <summary>What the console of a test makes for itself is a key of that test too.</summary>
    public sealed class Pairs : KeyPairs
    {
        public override RSA MakeRsa(int bits) => Rsa(bits);
    }

    private static RSAParameters Find(int bits)
    {
        using var key = RSA.Create(bits);
        return key.ExportParameters(includePrivateParameters: true);
    }
}
