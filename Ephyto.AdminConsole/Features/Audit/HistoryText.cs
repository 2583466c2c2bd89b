namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>The words of an organization's own history.</summary>
internal sealed class HistoryText;
