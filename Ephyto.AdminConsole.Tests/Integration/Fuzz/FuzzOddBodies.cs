using System.Net.Sockets;

namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>What no browser sends as a body, by what is odd about it.</summary>
public enum OddBody
{
    AnnouncedTooLarge,
    SentTooLarge,
    CutOff,
    Slow,
    ChunkOfNoLength,
    ChunkLongerThanSaid,
    LengthTwice,
    UnknownCoding,
    ManyFields,
    LongName,
    EmptyBoundary,
    LongBoundary,
    BoundaryThatNeverComes,
    BoundaryOfQuotes,
}

/// <summary>How it is written, and what it is answered with where somebody reads it.</summary>
internal sealed record FuzzOddBody(string Headers, Func<Socket, CancellationToken, Task> Write, int Status)
{
    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\n";
    private const string Chunked = "Transfer-Encoding: chunked\r\n";
    private const int TooLarge = 31_000_000;

    public static FuzzOddBody Of(OddBody odd) => odd switch
    {
        OddBody.AnnouncedTooLarge => new($"{Form}Content-Length: {TooLarge}\r\n", Text(new string('x', 1000)), 413),
        OddBody.SentTooLarge => new($"Content-Type: multipart/form-data; boundary=b\r\n{Chunked}", LargeFileAsync, 413),
        // Whoever cuts off has left: an answer may come or not, but none without words.
        OddBody.CutOff => new($"{Form}Content-Length: 5000\r\n", CutAsync, 0),
        OddBody.Slow => new($"{Form}Content-Length: 5000\r\n", Text("words=abc"), 408),
        OddBody.ChunkOfNoLength => new($"{Form}{Chunked}", Text("ZZ\r\nwords=abc\r\n0\r\n\r\n"), 400),
        OddBody.ChunkLongerThanSaid => new($"{Form}{Chunked}", Text("5\r\nwords=abc\r\n0\r\n\r\n"), 400),
        OddBody.LengthTwice => new($"{Form}{Chunked}Content-Length: 3\r\n", Text("9\r\nwords=abc\r\n0\r\n\r\n"), 400),
        OddBody.UnknownCoding => new($"{Form}Transfer-Encoding: gzip\r\n", Text("words=abc"), 400),
        OddBody.ManyFields => Whole(Form, string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"f{i}=1"))),
        OddBody.LongName => Whole(Form, $"{new string('n', 100_000)}=1"),
        OddBody.EmptyBoundary => Whole("Content-Type: multipart/form-data; boundary=\r\n", "--\r\n\r\nx\r\n----\r\n"),
        OddBody.LongBoundary =>
            Whole($"Content-Type: multipart/form-data; boundary={new string('b', 300)}\r\n", $"--{new string('b', 300)}--\r\n"),
        OddBody.BoundaryThatNeverComes => Whole("Content-Type: multipart/form-data; boundary=never\r\n", new string('x', 20_000)),
        _ => Whole("Content-Type: multipart/form-data; boundary=\"\"\"; boundary=b\r\n", "--b--\r\n"),
    };

    private static FuzzOddBody Whole(string type, string body) => new($"{type}Content-Length: {body.Length}\r\n", Text(body), 400);

    private static Func<Socket, CancellationToken, Task> Text(string text) => (socket, ct) => FuzzWire.SendAsync(socket, text, ct);

    private static async Task CutAsync(Socket socket, CancellationToken ct)
    {
        await FuzzWire.SendAsync(socket, "words=abc", ct);
        socket.Shutdown(SocketShutdown.Send);
    }

    private static async Task LargeFileAsync(Socket socket, CancellationToken ct)
    {
        const int size = 1_000_000;
        var start = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";
        await FuzzWire.SendAsync(socket, $"{start.Length:x}\r\n{start}\r\n", ct);
        var part = new byte[size];
        for (var sent = 0; sent < TooLarge; sent += size)
        {
            await FuzzWire.SendAsync(socket, $"{size:x}\r\n", ct);
            await FuzzWire.SendAsync(socket, part, ct);
            await FuzzWire.SendAsync(socket, "\r\n", ct);
        }
    }
}
