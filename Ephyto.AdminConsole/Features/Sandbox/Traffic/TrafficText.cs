namespace Ephyto.AdminConsole.Features.Sandbox.Traffic;

/// <summary>The words for what happens in the sandbox.</summary>
internal sealed class TrafficText;
