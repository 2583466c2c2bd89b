namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>The words of the shared components.</summary>
internal sealed class SharedText;
