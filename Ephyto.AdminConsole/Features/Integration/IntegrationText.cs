namespace Ephyto.AdminConsole.Features.Integration;

/// <summary>The texts of the pages on the way to live exchange.</summary>
internal sealed class IntegrationText;
