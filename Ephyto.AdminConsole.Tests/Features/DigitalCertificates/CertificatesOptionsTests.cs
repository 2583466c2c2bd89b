using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>A setting that makes no sense is told at the start, with the key to set.</summary>
public sealed class CertificatesOptionsTests
{
    [Theory]
    [InlineData("Certificates:ClockSeconds", "0")]
    [InlineData("Certificates:WaitingUploads", "0")]
    public async Task The_console_does_not_start_with_it(string key, string value)
    {
        var refused = await Assert.ThrowsAnyAsync<OptionsValidationException>(
            () => ConsoleHost.StartAsync(settings: new Dictionary<string, string?> { [key] = value }));

        Assert.Contains($"Set {key} between", refused.Message, StringComparison.Ordinal);
    }
}
