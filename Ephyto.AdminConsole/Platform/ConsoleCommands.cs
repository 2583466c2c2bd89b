using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.AdminConsole.Platform.Observability;

namespace Ephyto.AdminConsole.Platform;

/// <summary>What the program does instead of serving pages when its first argument names it.</summary>
/// <param name="Name">Such as <c>verify-audit</c>.</param>
/// <param name="RunAsync">Takes all arguments and gives the exit code.</param>
internal sealed record ConsoleCommand(string Name, Func<string[], Task<int>> RunAsync);

internal static class ConsoleCommands
{
    private static readonly ConsoleCommand[] OfThePlatform =
        [new(HealthCommand.Name, _ => HealthCommand.RunAsync()), new(VerifyAuditCommand.Name, VerifyAuditCommand.RunAsync)];

    /// <param name="args">Of the program.</param>
    /// <param name="others">What the slices can do besides.</param>
    /// <returns>The command under way; null where the arguments name none and the program serves pages.</returns>
    public static Task<int>? Start(string[] args, params IEnumerable<ConsoleCommand> others) =>
        args is [var name, ..] ? OfThePlatform.Concat(others).FirstOrDefault(command => command.Name == name)?.RunAsync(args) : null;
}
