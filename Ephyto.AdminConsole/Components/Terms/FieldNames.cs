namespace Ephyto.AdminConsole.Components.Terms;

/// <summary>
/// What fields are called, wherever they are shown. Every localizer gives these where its own texts have none of that name: a label
/// that two of them would say in the same words stands here.
/// </summary>
internal sealed class FieldNames;
