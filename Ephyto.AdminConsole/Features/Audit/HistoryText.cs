namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>The words of an organisation's own history.</summary>
internal sealed class HistoryText;
