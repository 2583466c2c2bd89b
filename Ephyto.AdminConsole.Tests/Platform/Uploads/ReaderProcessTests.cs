using System.Diagnostics;
using System.Text;
using Ephyto.AdminConsole.Platform.Uploads;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ephyto.AdminConsole.Tests.Platform.Uploads;

/// <summary>A process that reads a foreign file without end does not stay.</summary>
public sealed class ReaderProcessTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    // A path of this test alone, by which its process is found.
    private string Endless => _directory.File("endless");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task It_is_ended_after_its_time()
    {
        using var reader = Reader(TimeSpan.FromMilliseconds(1));

        Assert.Null(await reader.ReadAsync("endless", [1], CancellationToken.None));
        await GoneAsync();
        Assert.Null(await reader.ReadAsync("endless", [1], CancellationToken.None));
        Assert.Null(await reader.ReadAsync("endless", [1], CancellationToken.None));
        await GoneAsync();
    }

    [Fact]
    public async Task It_is_ended_when_its_reader_leaves()
    {
        using var reader = Reader(TimeSpan.FromHours(1));
        using var gone = new CancellationTokenSource();
        var waiting = reader.ReadAsync("endless", [1], gone.Token);
        await Eventually.TrueAsync(() => Task.FromResult(IsRunning()), "the process that reads");

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await GoneAsync();
    }

    private ReaderProcess Reader(TimeSpan longest) =>
        new(NullLogger<ReaderProcess>.Instance)
        {
            Longest = longest,
            // It does not end by itself when nobody reads from it; the second command keeps the shell, and its path, there.
            Start = _ =>
                new("sh", ["-c", "sleep 600; true", Endless]) { RedirectStandardInput = true, RedirectStandardOutput = true,
                    RedirectStandardError = true },
        };

    private Task GoneAsync() => Eventually.TrueAsync(() => Task.FromResult(!IsRunning()), "the end of the process");

    private bool IsRunning() => Process.GetProcessesByName("sh").Any(process =>
    {
        using (process)
        {
            try
            {
                return File.ReadAllText($"/proc/{process.Id}/cmdline", Encoding.UTF8).Contains(Endless, StringComparison.Ordinal);
            }
            catch (IOException)
            {
                return false;
            }
        }
    });
}
