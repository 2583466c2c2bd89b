namespace Ephyto.AdminConsole.Features.Hub.FirstAdministrator;

/// <summary>The texts of the page that makes the first hub administrator.</summary>
internal sealed class SetUpText;
