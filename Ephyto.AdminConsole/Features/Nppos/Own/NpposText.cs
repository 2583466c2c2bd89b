namespace Ephyto.AdminConsole.Features.Nppos.Own;

/// <summary>The words of an organisation's own area.</summary>
internal sealed class NpposText;
