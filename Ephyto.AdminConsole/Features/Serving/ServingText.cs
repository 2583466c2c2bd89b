namespace Ephyto.AdminConsole.Features.Serving;

/// <summary>The texts about countries that a connection serves.</summary>
internal sealed class ServingText;
