namespace Ephyto.AdminConsole.Features.Hub;

/// <summary>The texts of the desk.</summary>
internal sealed class HubText;
