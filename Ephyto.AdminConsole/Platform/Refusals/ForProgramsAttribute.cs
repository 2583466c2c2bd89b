namespace Ephyto.AdminConsole.Platform.Refusals;

/// <summary>
/// Marks an endpoint that programs and scripts ask: a refusal of theirs is a problem in JSON, unless a page is asked for.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class ForProgramsAttribute : Attribute;
