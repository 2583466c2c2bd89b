namespace Ephyto.AdminConsole.Components.Nppos;

/// <summary>The words around the pages of an organization's own area.</summary>
internal sealed class MyNpposText;
