namespace Ephyto.AdminConsole.Features.IntegrationDocuments;

/// <summary>The texts of the pages about documents.</summary>
internal sealed class DocumentsText;
