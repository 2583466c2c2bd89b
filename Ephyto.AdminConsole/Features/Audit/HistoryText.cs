namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>The texts of an organization's own history.</summary>
internal sealed class HistoryText;
