using System.Globalization;

namespace Ephyto.AdminConsole.Features.Demo.Load;

/// <summary><c>seed-load</c>, or <c>seed-load 100</c> for a hundredth: fills the configured store to measure with; exit code 0, or 1 where it is refused.</summary>
internal static class LoadCommand
{
    public const string Name = "seed-load";

    public static async Task<int> SeedLoadAsync(this IServiceProvider services, string[] args, CancellationToken ct)
    {
        if (services.GetRequiredService<IHostEnvironment>().IsProduction())
        {
            await Console.Error.WriteLineAsync("seed-load fills the store with invented data, so it does not run in Production.");
            return 1;
        }

        if (args is not ([Name] or [Name, _]) || !int.TryParse(args.ElementAtOrDefault(1) ?? "1", CultureInfo.InvariantCulture, out var divisor) || divisor < 1)
        {
            await Console.Error.WriteLineAsync("Use: seed-load, or seed-load 100 for a hundredth of the load.");
            return 1;
        }

        var plan = LoadPlan.Full.DividedBy(divisor);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LoadSeeder>().SeedAsync(plan, ct);
        await Console.Out.WriteLineAsync($"Made {plan.Registrations} registrations, {plan.AuditEntries} audit entries and {plan.Mails} mails.");
        return 0;
    }
}
