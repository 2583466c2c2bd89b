namespace Ephyto.AdminConsole.Components.Nppos;

/// <summary>The words around the pages of an organisation's own area.</summary>
internal sealed class MyNpposText;
