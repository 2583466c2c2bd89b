namespace Ephyto.AdminConsole.Features.ContactPoints;

/// <summary>The words of the import.</summary>
internal sealed class ImportText;
