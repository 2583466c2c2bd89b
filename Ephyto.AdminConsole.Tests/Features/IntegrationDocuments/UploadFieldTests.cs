using Bunit;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Components;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components.Forms;

namespace Ephyto.AdminConsole.Tests.Features.IntegrationDocuments;

/// <summary>A file that is chosen for the library.</summary>
public sealed class UploadFieldTests : PageTests
{
    [Fact]
    public void While_another_file_is_read_the_one_before_is_not_taken()
    {
        List<string?> taken = [];
        var field = Reader(Actor.Anonymous)
            .Render<UploadField>(shown => shown.Add(f => f.Name, "file")
                .Add(f => f.OnTaken, (UploadedFile? file) => taken.Add(file?.Name)));
        var input = field.FindComponent<InputFile>();

        input.UploadFiles(InputFileContent.CreateFromText("# One", "one.md"));
        field.WaitForAssertion(() => Assert.Equal([null, "one.md"], taken));
        input.UploadFiles(InputFileContent.CreateFromText("# Two", "two.md"));
        field.WaitForAssertion(() => Assert.Equal([null, "one.md", null, "two.md"], taken));
    }
}
