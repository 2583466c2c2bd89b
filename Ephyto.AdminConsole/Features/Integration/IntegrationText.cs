namespace Ephyto.AdminConsole.Features.Integration;

/// <summary>The words of the pages on the way to live exchange.</summary>
internal sealed class IntegrationText;
