using System.ComponentModel.DataAnnotations;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments;

public sealed class DocumentsOptions
{
    public const string Section = "Documents";

    /// <summary>The largest file that the library takes.</summary>
    [Range(1, 200)]
    public int MaximumMegabytes { get; set; } = 20;
}
