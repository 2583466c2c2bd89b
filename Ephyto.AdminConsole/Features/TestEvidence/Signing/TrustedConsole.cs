using System.Security;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.TestEvidence.Signing;

/// <summary>The test console whose evidence this console believes, by its public key. It is read once, at the start.</summary>
internal sealed class TrustedConsole(IOptions<HubOptions> hub)
{
    /// <summary>Null where no test console is trusted.</summary>
    public byte[]? Key { get; } = hub.Value.TestConsoleKey is { Length: > 0 } given ? TrustedConsoleCheck.Read(given).Key : null;
}

/// <summary>Refuses the start where <c>Hub:TestConsoleKey</c> is not what it has to be.</summary>
internal sealed class TrustedConsoleCheck : IValidateOptions<HubOptions>
{
    private const int LargestFile = 16 * 1024;

    public ValidateOptionsResult Validate(string? name, HubOptions options)
    {
        if (options.TestConsoleKey is not { Length: > 0 } given) return ValidateOptionsResult.Success;
        if (options.Environment == HubEnvironment.Test)
        {
            return ValidateOptionsResult.Fail(
                "Only a console of Production takes in evidence: take Hub:TestConsoleKey away, or set Hub:Environment to Production.");
        }

        return Read(given).Wrong is { } wrong ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
    }

    /// <returns>The key, or what is wrong with it.</returns>
    internal static (byte[]? Key, string? Wrong) Read(string given)
    {
        var text = given;
        if (!given.Contains("-----BEGIN", StringComparison.Ordinal))
        {
            try
            {
                var file = new FileInfo(given);
                if (file.Length > LargestFile) return (null, "Set Hub:TestConsoleKey to a smaller file: a public key is a few lines.");
                text = File.ReadAllText(file.FullName);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException
                or NotSupportedException or SecurityException)
            {
                return (null, $"Hub:TestConsoleKey names a file that cannot be read: {unreadable.Message.TrimEnd('.')}.");
            }
        }

        return PublicKeyFile.Read(text) is { } key ? (key, null)
            : (null, "Set Hub:TestConsoleKey to the public key of the test console, as it hands it out: PEM, ECDSA on the curve P-256, "
                + "nothing else in it.");
    }
}
