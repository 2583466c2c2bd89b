using System.Net;
using System.Net.Sockets;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Integration.Start;

/// <summary>What a start says, by the real process.</summary>
public sealed class StartTests
{
    private static readonly Dictionary<string, string?> Quick = new() { ["Demo:Enabled"] = "false" };

    [Fact]
    public async Task The_first_start_on_a_fresh_machine_warns_of_nothing()
    {
        await using var console = await ConsoleApp.StartAsync();
        await console.LineAsync("Application started");

        // A line begins with its time. That calm lines are found shows that the others would be.
        Assert.Contains(console.Output, line => IsOf(line, "info"));
        Assert.DoesNotContain(console.Output, line => IsOf(line, "warn") || IsOf(line, "fail") || IsOf(line, "crit"));

        static bool IsOf(string line, string level) => line.Contains($" {level}: ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_is_refused_and_the_known_ones_are_listed()
    {
        var (code, output) = await ConsoleApp.RunToEndAsync(Quick, "Development", "backup");

        Assert.Equal(2, code);
        Assert.Contains("\"backup\" is neither a command nor a setting", output, StringComparison.Ordinal);
        foreach (var command in (string[])["verify-audit", "check-health", "seed-load"])
            Assert.Contains(command, output, StringComparison.Ordinal);
        Assert.DoesNotContain("Now listening", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (code, output) = await ConsoleApp.RunToEndAsync(Quick, "Development", "--urls", $"http://{taken.LocalEndpoint}");

        Assert.Equal(1, code);
        AssertOneSentence(output, "address already in use", "--urls");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_one_sentence()
    {
        var (code, output) = await ConsoleApp.RunToEndAsync(
            new Dictionary<string, string?>(Quick)
            {
                ["Database:Provider"] = "PostgreSql",
                ["Database:ConnectionString"] = $"Host=127.0.0.1;Port={FreePort.Next()};Username=a;Password=secret-word;Database=b",
            },
            "Development");

        Assert.Equal(1, code);
        AssertOneSentence(output, "PostgreSQL does not answer", "Database:ConnectionString");
        Assert.DoesNotContain("secret-word", output, StringComparison.Ordinal);
    }

    internal static void AssertOneSentence(string output, params string[] words)
    {
        var line = Assert.Single(output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("The console did not start. ", line, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, line, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
    }
}
