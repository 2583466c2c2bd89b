namespace Ephyto.AdminConsole.Features.Sandbox.FirstCall;

/// <summary>The words around a first call.</summary>
internal sealed class FirstCallText;
