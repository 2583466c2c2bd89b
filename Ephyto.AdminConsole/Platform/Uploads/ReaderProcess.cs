using System.ComponentModel;
using System.Diagnostics;

namespace Ephyto.AdminConsole.Platform.Uploads;

/// <summary>
/// Has a foreign file read by a process of its own: a library that recurses or loops without end on a file made for it, or takes all
/// memory, ends that process and not the console. It is ended when it takes too long and when nobody waits for it any more.
/// </summary>
internal sealed partial class ReaderProcess(ILogger<ReaderProcess> logger) : IDisposable
{
    private const string Assembly = "Ephyto.AdminConsole";
    private const string Memory = "0x18000000";
    private readonly SemaphoreSlim _places = new(2, 2);

    /// <summary>After that it is ended.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How a command is started.</summary>
    public Func<string, ProcessStartInfo> Start { get; init; } = Describe;

    /// <summary>What runs in that process: it reads the file from its standard input and answers with a word.</summary>
    /// <param name="name">Of the command, which the help does not list.</param>
    /// <param name="judge">May do whatever it likes with time, memory and its stack.</param>
    public static ConsoleCommand Command(string name, Func<byte[], string> judge) => new(name, "", "", async _ =>
    {
        using var content = new MemoryStream();
        await using (var input = Console.OpenStandardInput()) await input.CopyToAsync(content);
        await Console.Out.WriteLineAsync(judge(content.ToArray()));
        return 0;
    });

    /// <returns>The word, or null where the process came to no end of its own.</returns>
    public async Task<string?> ReadAsync(string command, byte[] content, CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        try
        {
            return await RunAsync(command, content, ct);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<string?> RunAsync(string command, byte[] content, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        using var process = new Process { StartInfo = Start(command) };
        try
        {
            process.Start();
            var answer = process.StandardOutput.ReadToEndAsync(limit.Token);
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            await using (var input = process.StandardInput.BaseStream) await input.WriteAsync(content, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            await complaints;
            if (process.ExitCode == 0) return (await answer).Trim();
            SayDied(logger, command, process.ExitCode);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            SayLate(logger, command, Longest.TotalSeconds);
        }
        catch (IOException)
        {
            // It ended before it had read everything.
            SayDied(logger, command, -1);
        }
        catch (Win32Exception failed)
        {
            SayNotStarted(logger, command, failed.Message);
        }
        finally
        {
            End(process);
        }

        return null;
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself, or was never started.
        }
    }

    /// <summary>The console itself with another command, and without anything of its settings.</summary>
    private static ProcessStartInfo Describe(string command)
    {
        var own = Environment.ProcessPath ?? "";
        var isOwn = Path.GetFileNameWithoutExtension(own) == Assembly;
        var host = isOwn || Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";
        string[] args = isOwn ? [command] : [Path.Combine(AppContext.BaseDirectory, $"{Assembly}.dll"), command];
        var start = new ProcessStartInfo(host, args)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(
            name => name is not ("PATH" or "HOME" or "DOTNET_ROOT" or "SystemRoot" or "TMPDIR" or "TEMP")).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_GCHeapHardLimit"] = Memory;
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }

    [LoggerMessage(LogLevel.Warning, "The process that reads a foreign file ({Command}) died with {ExitCode}; the file is refused.")]
    private static partial void SayDied(ILogger logger, string command, int exitCode);

    [LoggerMessage(LogLevel.Warning,
        "The process that reads a foreign file ({Command}) took more than {Seconds} seconds and was ended; the file is refused.")]
    private static partial void SayLate(ILogger logger, string command, double seconds);

    [LoggerMessage(LogLevel.Error, "The process that reads foreign files ({Command}) cannot be started: {Reason}")]
    private static partial void SayNotStarted(ILogger logger, string command, string reason);
}
