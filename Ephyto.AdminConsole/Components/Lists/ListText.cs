namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>The words of every list.</summary>
internal sealed class ListText;
