using Microsoft.AspNetCore.Components.Forms;

namespace Ephyto.AdminConsole.Components.Shared;

internal static class FileReading
{
    /// <summary>The whole content of a file that was chosen.</summary>
    /// <param name="largest">In bytes: a browser that says less than it sends is cut off by the stream.</param>
    /// <exception cref="IOException">It is larger.</exception>
    public static async Task<byte[]> ReadAllAsync(this IBrowserFile file, long largest, CancellationToken ct = default)
    {
        using var bytes = new MemoryStream((int)file.Size);
        await using var stream = file.OpenReadStream(largest, ct);
        await stream.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}
