using Ephyto.AdminConsole.Data;

namespace Ephyto.AdminConsole.Platform.Storage;

/// <summary>What a slice keeps of forms that nobody has submitted yet, for whoever looks after the installation.</summary>
internal interface IKeptForms
{
    Task<KeptFormsUse> ReadAsync(ConsoleDbContext db, CancellationToken ct);
}

/// <param name="Count">Forms kept now.</param>
/// <param name="IsNearlyFull">Soon the oldest have to go for new ones.</param>
internal sealed record KeptFormsUse(int Count, bool IsNearlyFull);
