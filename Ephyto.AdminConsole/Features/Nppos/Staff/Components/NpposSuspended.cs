using Ephyto.AdminConsole.Components.Lists;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.Components;

/// <summary>What came of suspending several organizations.</summary>
/// <param name="ToldNobody">The names of those that have no administrator who could be told by e-mail.</param>
public sealed record NpposSuspended(BulkOutcome Outcome, IReadOnlyList<string> ToldNobody);
