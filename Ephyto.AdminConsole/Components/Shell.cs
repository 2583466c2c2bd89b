namespace Ephyto.AdminConsole.Components;

/// <summary>The texts of the shell: its layouts, its tabs and its dialogs.</summary>
internal sealed class Shell;
