using System.Diagnostics;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Clients of other languages, and how one is run in a folder to its end.</summary>
internal static class ClientTool
{
    private const string DebianPython = "/usr/bin/python3";

    // They go before what a client is told to trust.
    private static readonly string[] Overriding =
        ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS"];

    public static string Curl() => Needed.Tool(Needed.Find("curl"),
        "No curl is installed, so nothing is tried with it; on Debian: apt-get install curl.");

    /// <summary>The shell, for lines that call curl.</summary>
    public static string ShellWithCurl()
    {
        Curl();
        return "/bin/sh";
    }

    public static string Python() => Needed.Tool(Needed.Find(DebianPython, "python3"),
        "No python3 is installed, so nothing is tried with it; on Debian: apt-get install python3.");

    public static async Task<string> PythonWithZeepAsync() => Needed.Tool(
        await EndsWellAsync(DebianPython, "-c", "import zeep") ? DebianPython : null,
        "No zeep for python3 is installed, so nothing is tried with it; on Debian: apt-get install python3-zeep.");

    public static async Task<string> PhpWithSoapAsync()
    {
        var php = Needed.Find("php", "/usr/bin/php");
        return Needed.Tool(await EndsWellAsync(php, "-r", "exit(class_exists('SoapClient') ? 0 : 1);") ? php : null,
            "No PHP with SOAP is installed, so nothing is tried with it; on Debian: apt-get install php-cli php-soap.");
    }

    /// <summary>A library out of a registry that nothing else here needs: CI, too, goes on without it.</summary>
    /// <param name="folder">Where the script stands; Node.js looks for the library from there.</param>
    public static string NodeWithSoapIn(TemporaryDirectory folder)
    {
        var soap = Repository.Path("artifacts", "node", "node_modules");
        var node = Needed.Find("node");
        Assert.SkipUnless(node is not null && Directory.Exists(Path.Combine(soap, "soap")),
            "No Node.js with soap is there, so nothing is tried with it; test.sh gets soap where npm is installed.");
        Directory.CreateSymbolicLink(folder.File("node_modules"), soap);
        return node;
    }

    /// <summary>What it wrote; it fails, with what it complained of, where the client does.</summary>
    public static async Task<string> RunAsync(
        string folder, string program, string? input, IEnumerable<string> args, params (string Name, string Value)[] given)
    {
        var ended = await EndAsync(folder, program, input, args, given);
        Assert.True(ended.ExitCode == 0, $"{program} ended with {ended.ExitCode}: {ended.Written}{ended.Complaints}");
        return ended.Written;
    }

    private static async Task<bool> EndsWellAsync(string? program, params string[] args) =>
        File.Exists(program) && (await EndAsync(Path.GetTempPath(), program, null, args)).ExitCode == 0;

    private static async Task<(int ExitCode, string Written, string Complaints)> EndAsync(
        string folder, string program, string? input, IEnumerable<string> args, params (string Name, string Value)[] given)
    {
        var start = new ProcessStartInfo(program, args)
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
            return (process.ExitCode, await written, await complaints);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
