using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.AdminConsole.Platform.Observability;
using Ephyto.AdminConsole.Platform.Uploads;

namespace Ephyto.AdminConsole.Platform;

/// <summary>What the program does instead of serving pages when its first argument names it.</summary>
/// <param name="Name">Such as <c>verify-audit</c>.</param>
/// <param name="Arguments">As the help shows them.</param>
/// <param name="What">Half a sentence for the help; empty for what only the console itself starts.</param>
/// <param name="RunAsync">Takes all arguments and gives the exit code; null for what runs on the whole console, with its store
/// prepared.</param>
internal sealed record ConsoleCommand(string Name, string Arguments, string What, Func<string[], Task<int>>? RunAsync);

internal static class ConsoleCommands
{
    private const int Misused = 2;
    private static readonly string[] Help = ["--help", "-h", "-?", "/?", "help"];

    private static readonly ConsoleCommand[] OfThePlatform =
    [
        new(HealthCommand.Name, "", "asks the console on this machine whether it is ready; exit code 0 or 1",
            _ => HealthCommand.RunAsync()),
        new(VerifyAuditCommand.Name, "[--head FILE|SEQUENCE:HASH]", "walks the audit trail; exit code 0 where it holds, else 1",
            VerifyAuditCommand.RunAsync),
        PdfCheck.Command,
    ];

    /// <param name="args">Of the program.</param>
    /// <param name="others">What the slices can do besides.</param>
    /// <returns>The command under way; null where the program goes on to put the console together.</returns>
    public static Task<int>? Start(string[] args, params IEnumerable<ConsoleCommand> others)
    {
        List<ConsoleCommand> commands = [.. OfThePlatform, .. others];
        if (args.Intersect(Help).Any()) return TellAsync(Console.Out, UsageOf(commands), 0);
        if (args is [var name, ..] && commands.Find(command => command.Name == name) is { } known) return known.RunAsync?.Invoke(args);
        return FirstThatIsNoSetting(args) is { } unknown
            ? TellAsync(Console.Error,
                $"\"{unknown}\" is neither a command nor a setting with its "
                    + $"value.{Environment.NewLine}{Environment.NewLine}{UsageOf(commands)}", Misused) : null;
    }

    /// <summary>
    /// Settings are read as .NET reads them: <c>--key value</c>, <c>--key=value</c>, <c>/key value</c>, <c>key=value</c>.
    /// </summary>
    public static string? FirstThatIsNoSetting(IReadOnlyList<string> args)
    {
        for (var index = 0; index < args.Count; index++)
        {
            var arg = args[index];
            if (arg.Contains('=', StringComparison.Ordinal)) continue;
            // What is neither a key with its value would be passed over in silence.
            if (!arg.StartsWith("--", StringComparison.Ordinal) && !arg.StartsWith('/')) return arg;
            if (++index == args.Count) return arg;
        }

        return null;
    }

    private static string UsageOf(List<ConsoleCommand> all)
    {
        var commands = all.FindAll(command => command.What.Length > 0);
        var width = commands.Max(command => HeadOf(command).Length);
        return $"""
            Without a command the console serves its pages. Commands:
            {string.Join(Environment.NewLine, commands.Select(command => $"  {HeadOf(command).PadRight(width)}  {command.What}"))}
            Settings may follow, as in --Storage:DataDirectory /var/lib/ephyto; README.md lists them.
            """;
    }

    private static string HeadOf(ConsoleCommand command) => $"{command.Name} {command.Arguments}".TrimEnd();

    private static async Task<int> TellAsync(TextWriter output, string text, int exitCode)
    {
        await output.WriteLineAsync(text);
        return exitCode;
    }
}
