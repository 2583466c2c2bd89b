namespace Ephyto.AdminConsole.Components;

/// <summary>
/// Marks a page that needs no circuit at all: it is served without the Blazor script. Goes with <c>[ExcludeFromInteractiveRouting]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WithoutScriptsAttribute : Attribute;
