using Microsoft.AspNetCore.Components.Forms;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>A file on a slow line: it arrives when the test says so.</summary>
internal sealed class SlowFile(string name, byte[] content) : IBrowserFile
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => name;

    public DateTimeOffset LastModified => default;

    public long Size => content.Length;

    public string ContentType => "application/octet-stream";

    public void Arrive() => _arrived.SetResult();

    public Stream OpenReadStream(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) =>
        new Line(_arrived.Task, content);

    private sealed class Line(Task arrived, byte[] content) : MemoryStream(content)
    {
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await arrived.WaitAsync(cancellationToken);
            await base.CopyToAsync(destination, bufferSize, cancellationToken);
        }
    }
}
