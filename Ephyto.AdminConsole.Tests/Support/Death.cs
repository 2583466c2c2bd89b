using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// The moment at which a real console kills itself (SIGKILL). The console knows nothing of it: the runtime loads this assembly into its
/// process beside it (<c>DOTNET_STARTUP_HOOKS</c>), where it listens to what Entity Framework tells of itself.
/// </summary>
/// <param name="Statement">Part of a statement; empty for any by which a migration changes the tables.</param>
/// <param name="Count">After how many such statements of the process.</param>
/// <param name="IsCommitted">Not before the transaction of that statement is committed.</param>
internal sealed record Death(string Statement, int Count = 1, bool IsCommitted = false)
{
    /// <summary>Of a process that was killed.</summary>
    public const int ExitCode = 128 + 9;

    private const string Variable = "EPHYTO_TESTS_DEATH";
    private const string Hooks = "DOTNET_STARTUP_HOOKS";

    /// <summary>The first migration that the process makes is whole, and the second has not begun.</summary>
    public static Death AfterMigration { get; } = new("INSERT INTO \"__EFMigrationsHistory\"", IsCommitted: true);

    public static Death InsideMigration(int statements) => new("", statements);

    public void Prepare(Dictionary<string, string?> environment) => (environment[Hooks], environment[Variable]) =
        (typeof(Death).Assembly.Location, string.Create(CultureInfo.InvariantCulture, $"{Count}|{IsCommitted}|{Statement}"));

    public static void Forget(Dictionary<string, string?> environment)
    {
        environment.Remove(Hooks);
        environment.Remove(Variable);
    }

    /// <summary>In the console's process, before the console.</summary>
    public static void Await()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split('|', 3) is not [var count, var isCommitted, var statement]) return;
        DiagnosticListener.AllListeners.Subscribe(
            new Watch(new(statement, int.Parse(count, CultureInfo.InvariantCulture), bool.Parse(isCommitted))));
    }

    private sealed class Watch(Death moment) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private int _count;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData executed && IsMeant(executed) && ++_count == moment.Count && !moment.IsCommitted)
                Die();
            if (value.Key == RelationalEventId.TransactionCommitted.Name && _count >= moment.Count) Die();
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        private bool IsMeant(CommandExecutedEventData executed) => moment.Statement.Length > 0
            ? executed.Command.CommandText.Contains(moment.Statement, StringComparison.Ordinal)
            : executed.CommandSource == CommandSource.Migrations
            && !executed.Command.CommandText.Contains("__EFMigrations", StringComparison.Ordinal);

        private static void Die() => Process.GetCurrentProcess().Kill();
    }
}
