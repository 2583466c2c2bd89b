namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>The texts of every list.</summary>
internal sealed class ListText;
