namespace Ephyto.AdminConsole.Components.Refusals;

/// <summary>The texts of the buttons on a page that answers a refused request.</summary>
internal sealed class RefusedPageText;
