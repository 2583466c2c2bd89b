namespace Ephyto.AdminConsole.Features.IntegrationDocuments;

/// <summary>The words of the pages about documents.</summary>
internal sealed class DocumentsText;
