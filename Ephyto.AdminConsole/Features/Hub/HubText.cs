namespace Ephyto.AdminConsole.Features.Hub;

/// <summary>The words of the desk.</summary>
internal sealed class HubText;
