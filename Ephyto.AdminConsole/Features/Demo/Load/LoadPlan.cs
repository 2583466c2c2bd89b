namespace Ephyto.AdminConsole.Features.Demo.Load;

/// <summary>How much is made to measure the console under load.</summary>
/// <param name="Registrations">Of the last three years.</param>
/// <param name="AuditEntries">In all, those of the registrations and e-mails among them.</param>
/// <param name="Emails">Most of them sent.</param>
internal sealed record LoadPlan(int Registrations, int AuditEntries, int Emails)
{
    public static LoadPlan Full { get; } = new(10_000, 100_000, 20_000);

    /// <param name="divisor">100 for a hundredth of everything.</param>
    public LoadPlan DividedBy(int divisor) => new(Registrations / divisor, AuditEntries / divisor, Emails / divisor);
}
