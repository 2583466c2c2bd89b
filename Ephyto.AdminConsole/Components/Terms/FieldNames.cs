namespace Ephyto.AdminConsole.Components.Terms;

/// <summary>What the fields of a registration, a person and an organisation are called, wherever they are shown.</summary>
internal sealed class FieldNames;
