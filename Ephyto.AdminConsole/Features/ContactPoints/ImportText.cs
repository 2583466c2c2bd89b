namespace Ephyto.AdminConsole.Features.ContactPoints;

/// <summary>The texts of the import.</summary>
internal sealed class ImportText;
