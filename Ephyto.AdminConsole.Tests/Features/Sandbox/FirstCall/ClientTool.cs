using System.Diagnostics;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.FirstCall;

/// <summary>Runs a client of another language in a folder, to its end.</summary>
internal static class ClientTool
{
    // They go before what a client is told to trust.
    private static readonly string[] Overriding =
        ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS"];

    /// <summary>What it wrote, with what it complained of; it fails where the client does.</summary>
    public static async Task<string> RunAsync(
        string folder, string? tool, string missing, string? input, IEnumerable<string> args, params (string Name, string Value)[] given)
    {
        var start = new ProcessStartInfo(Needed.Tool(tool, missing), args)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var name in Overriding) start.Environment.Remove(name);
        foreach (var (name, value) in given) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        try
        {
            var (written, complaints) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(ConsoleApp.StartLimit);
            var said = await written + await complaints;
            Assert.True(process.ExitCode == 0, said);
            return said;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
