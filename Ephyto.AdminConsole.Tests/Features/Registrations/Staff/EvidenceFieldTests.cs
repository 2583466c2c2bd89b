using Bunit;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Registrations.Staff;
using Ephyto.AdminConsole.Features.Registrations.Staff.Components;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components.Forms;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Staff;

/// <summary>Files that an officer attaches to a decision.</summary>
public sealed class EvidenceFieldTests : PageTests
{
    [Fact]
    public async Task Who_decides_beside_a_file_that_stopped_on_its_way_is_asked_once()
    {
        List<PickedFile> files = [];
        var field = Reader(Actor.Anonymous).Render<EvidenceField>(shown => shown.Add(f => f.Files, files));
        await field.InvokeAsync(() => field.FindComponent<FileInput>().Instance.OnChange
            .InvokeAsync(new InputFileChangeEventArgs([new Stopped()])));

        Assert.Contains("did not arrive", field.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.False(await field.InvokeAsync(field.Instance.IsSettledAsync));
        Assert.True(await field.InvokeAsync(field.Instance.IsSettledAsync));
        Assert.Empty(files);
    }

    private sealed class Stopped : IBrowserFile
    {
        public string Name => "letter.pdf";

        public DateTimeOffset LastModified => default;

        public long Size => 1_000;

        public string ContentType => "application/pdf";

        public Stream OpenReadStream(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) =>
            throw new TimeoutException("Did not receive any data in the allotted time.");
    }
}
