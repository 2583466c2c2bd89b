using System.Diagnostics;
using System.Net;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Ephyto.AdminConsole.Tests.Platform.Observability;

/// <summary>Ready is who can write.</summary>
public sealed class HealthTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    // Acts wait for a store long beyond the limit of the test; probes do not.
    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Database:BusySeconds"] = "60" };

    [Fact]
    public async Task A_console_that_can_write_is_ready() =>
        Assert.Equal((HttpStatusCode.OK, """{"status":"Healthy","checks":{"database":"Healthy","data-directory":"Healthy"}}"""),
            await AskAsync());

    [Fact]
    public async Task A_locked_store_is_not_and_that_is_said_soon()
    {
        await AskAsync();
        await using var other = new SqliteConnection($"Data Source={Path.Combine(Host.DataDirectory, "console.db")};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();

        var (status, report) = await AskAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("\"database\":\"Unhealthy\",\"data-directory\":\"Healthy\"", report, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < Patience.Usual, $"{clock.Elapsed}");
    }

    [Fact]
    public async Task A_locked_store_is_told_in_the_log_by_a_line_without_a_stack()
    {
        await using var host = await ConsoleHost.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Warning", ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        });
        await using var other = new SqliteConnection($"Data Source={Path.Combine(host.DataDirectory, "console.db")};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        using var client = host.CreateClient();

        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var entry = Assert.Single(host.Log.Entries);
        Assert.StartsWith("Warning: Ephyto.AdminConsole.Platform.Observability.Health: Not ready: database: ", entry,
            StringComparison.Ordinal);
        Assert.DoesNotContain('\n', entry);
    }

    [Fact]
    public async Task A_data_directory_that_takes_nothing_is_not()
    {
        Directory.Delete(Host.DataDirectory, recursive: true);

        var (status, report) = await AskAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("\"data-directory\":\"Unhealthy\"", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_not()
    {
        await AskAsync();
        var disk = Host.DataDirectory;
        Assert.SkipUnless(await SmallDisk.TryMountAsync(disk, "256k"), "To mount a small disk needs root.");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(disk, "filling"), new byte[256 * 1024], TestContext.Current.CancellationToken);
            var (status, report) = await AskAsync();

            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Contains("\"data-directory\":\"Unhealthy\"", report, StringComparison.Ordinal);
            File.Delete(Path.Combine(disk, "filling"));
            Assert.Contains("\"data-directory\":\"Healthy\"", (await AskAsync()).Report, StringComparison.Ordinal);
        }
        finally
        {
            await SmallDisk.UnmountAsync(disk);
        }
    }

    private async Task<(HttpStatusCode Status, string Report)> AskAsync()
    {
        using var client = Host.CreateClient();
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A file system of a few kilobytes over a directory.</summary>
    private static class SmallDisk
    {
        public static Task<bool> TryMountAsync(string directory, string size) =>
            RunAsync("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", directory);

        public static Task<bool> UnmountAsync(string directory) => RunAsync("umount", directory);

        private static async Task<bool> RunAsync(string program, params string[] arguments)
        {
            if (!OperatingSystem.IsLinux()) return false;
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 0;
        }
    }
}
