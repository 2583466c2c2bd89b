using System.Globalization;
using Ephyto.AdminConsole.Data.Start;
using Ephyto.AdminConsole.Platform;

namespace Ephyto.AdminConsole.Features.Demo.Load;

/// <summary>
/// <c>seed-load</c>, or <c>seed-load 100</c> for a hundredth: fills the configured store to measure with; exit code 0, or 1 where it is
/// refused.
/// </summary>
internal static class LoadCommand
{
    public const string Name = "seed-load";

    /// <summary>Needs the console put together and its store prepared, so it does not run before.</summary>
    public static ConsoleCommand Command { get; } = new(Name, "[DIVISOR]",
        "fills the store with invented data to measure with, and ends; not in Production", null);

    public static Task<int> SeedLoadAsync(this IServiceProvider services, string[] args, CancellationToken ct) =>
        services.SeedLoadAsync(args, Console.Out, ct);

    /// <param name="services">Of the console.</param>
    /// <param name="args">Settings of the console may be among them.</param>
    /// <param name="output">Where it says what it made.</param>
    /// <param name="ct">Cuts it short, without anything made.</param>
    public static async Task<int> SeedLoadAsync(this IServiceProvider services, string[] args, TextWriter output, CancellationToken ct)
    {
        if (services.GetRequiredService<IHostEnvironment>().IsProduction())
        {
            await Console.Error.WriteLineAsync("seed-load fills the store with invented data, so it does not run in Production.");
            return 1;
        }

        var isWhole = args.Length == 1 || args[1].StartsWith('-') || args[1].Contains('=', StringComparison.Ordinal);
        if (!int.TryParse(isWhole ? "1" : args[1], CultureInfo.InvariantCulture, out var divisor) || divisor < 1
            || ConsoleCommands.FirstThatIsNoSetting(args[(isWhole ? 1 : 2)..]) is not null)
        {
            await Console.Error.WriteLineAsync("Use: seed-load, or seed-load 100 for a hundredth of the load.");
            return 1;
        }

        // Nobody else starts on half of it, and two runs come one after the other.
        await using var alone = await services.GetRequiredService<StoreLock>().TakeAsync(ct);
        var (mark, seeder) = (services.GetRequiredService<LoadMark>(), services.GetRequiredService<LoadSeeder>());
        if (mark.Begin() is { } interrupted)
            await output.WriteLineAsync(await seeder.HoldsAsync(interrupted, ct)
                ? $"The seed-load of {interrupted.At} was ended when it had made everything. All of it is in the store; this run adds to "
                    + "it."
                : $"The seed-load of {interrupted.At} was interrupted before its end. Nothing of it is in the store; this run makes "
                    + "everything.");
        var plan = LoadPlan.Full.DividedBy(divisor);
        await seeder.SeedAsync(plan, ct);
        mark.End();
        await output.WriteLineAsync($"Made {plan.Registrations} registrations, {plan.AuditEntries} audit entries and {plan.Emails} mails.");
        return 0;
    }
}
