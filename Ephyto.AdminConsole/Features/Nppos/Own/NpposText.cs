namespace Ephyto.AdminConsole.Features.Nppos.Own;

/// <summary>The texts of an organization's own area.</summary>
internal sealed class NpposText;
