namespace Ephyto.AdminConsole.Components.Terms;

/// <summary>The field's own words: states, reasons, roles, refusals and events of the domain.</summary>
internal sealed class TermText;
