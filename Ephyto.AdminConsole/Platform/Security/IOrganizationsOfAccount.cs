using Ephyto.AdminConsole.Data;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>For which organizations a person works now: what happens at the person's door belongs to their history too.</summary>
internal interface IOrganizationsOfAccount
{
    /// <returns>Their ids, in order.</returns>
    Task<IReadOnlyList<Guid>> FindAsync(ConsoleDbContext db, Guid accountId, CancellationToken ct);
}
