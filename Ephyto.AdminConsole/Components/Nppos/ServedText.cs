namespace Ephyto.AdminConsole.Components.Nppos;

/// <summary>The texts about the connection of another organization that exchanges for a country.</summary>
internal sealed class ServedText;
