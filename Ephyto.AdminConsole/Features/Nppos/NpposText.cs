namespace Ephyto.AdminConsole.Features.Nppos;

/// <summary>The words of an organisation's own area.</summary>
internal sealed class NpposText;
