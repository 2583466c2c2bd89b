namespace Ephyto.AdminConsole.Features.Demo.Load;

/// <summary>How much is made to measure the console under load.</summary>
/// <param name="Registrations">Of the last three years.</param>
/// <param name="AuditEntries">In all, those of the registrations and mails among them.</param>
/// <param name="Mails">Most of them sent.</param>
internal sealed record LoadPlan(int Registrations, int AuditEntries, int Mails)
{
    public static LoadPlan Full { get; } = new(10_000, 100_000, 20_000);

    /// <param name="divisor">100 for a hundredth of everything.</param>
    public LoadPlan DividedBy(int divisor) => new(Registrations / divisor, AuditEntries / divisor, Mails / divisor);
}
