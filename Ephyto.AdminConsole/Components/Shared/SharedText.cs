namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>The texts of the shared components.</summary>
internal sealed class SharedText;
