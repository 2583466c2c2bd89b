using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>
/// One request on a connection of its own, written as it stands: what is too long, cut off or not HTTP spoils a connection
/// for whoever comes next.
/// </summary>
internal static class FuzzWire
{
    /// <param name="write">Writes the body; the server may answer, and close, before it is through.</param>
    /// <returns>Null where the server closed the connection without a word.</returns>
    public static async Task<(HttpResponseMessage Answer, byte[] Body)?> SendAsync(
        Uri address, FuzzRequest request, string headers, Func<Socket, CancellationToken, Task> write, CancellationToken ct)
    {
        var head = $"{request.Method} {request.Target} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept-Language: fr\r\nConnection: "
            + $"close\r\n{headers}\r\n";
        var received = await SendAsync(address, Encoding.UTF8.GetBytes(head), write, ct);
        return received.Length == 0 ? null : Read(received);
    }

    /// <summary>Whatever is written, on a connection of its own.</summary>
    /// <returns>What comes until the server closes.</returns>
    public static async Task<byte[]> SendAsync(Uri address, ReadOnlyMemory<byte> sent, Func<Socket, CancellationToken, Task>? write,
        CancellationToken ct)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port, ct);
        using var received = new MemoryStream();
        var receiving = ReceiveAsync(socket, received, ct);
        try
        {
            await SendAsync(socket, sent, ct);
            if (write is not null) await write(socket, ct);
        }
        catch (SocketException)
        {
            // It has answered and closed: what it said is there to be read.
        }

        await receiving;
        return received.ToArray();
    }

    public static async Task SendAsync(Socket socket, string text, CancellationToken ct) =>
        await SendAsync(socket, Encoding.UTF8.GetBytes(text), ct);

    public static async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        while (bytes.Length > 0) bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, ct)..];
    }

    private static async Task ReceiveAsync(Socket socket, MemoryStream into, CancellationToken ct)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, SocketFlags.None, ct) is > 0 and var read) into.Write(buffer, 0, read);
        }
        catch (SocketException)
        {
            // Closed with something unread on its side.
        }
    }

    /// <summary>One answer as it came, and what follows its head.</summary>
    public static (HttpResponseMessage Answer, byte[] Body) Read(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        Assert.True(end > 0, Encoding.UTF8.GetString(bytes));
        var lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
        var answer =
            new HttpResponseMessage(
                (HttpStatusCode)int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture)) { Content = new ByteArrayContent([]) };
        foreach (var line in lines.Skip(1))
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)],
                line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            if (!answer.Headers.TryAddWithoutValidation(name, value)) answer.Content.Headers.TryAddWithoutValidation(name, value);
        }

        var body = bytes[(end + 4)..];
        return (answer, answer.Headers.TransferEncodingChunked is true ? Join(body) : body);
    }

    private static byte[] Join(ReadOnlySpan<byte> chunks)
    {
        using var whole = new MemoryStream();
        while (chunks.IndexOf("\r\n"u8) is > 0 and var line
            && int.TryParse(Encoding.ASCII.GetString(chunks[..line]), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length)
            && length > 0)
        {
            chunks = chunks[(line + 2)..];
            whole.Write(chunks[..Math.Min(length, chunks.Length)]);
            chunks = chunks[Math.Min(length + 2, chunks.Length)..];
        }

        return whole.ToArray();
    }
}
