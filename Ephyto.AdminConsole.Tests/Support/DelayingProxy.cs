using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// A long line, on this machine: what goes through it arrives later, in either direction, whole and in its order. It knows
/// nothing of what it carries, so a WebSocket takes as long as a page. Loopback only.
/// </summary>
internal sealed class DelayingProxy : IAsyncDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private int _target;
    private int _underWay;
    private long _lastArrival;
    private long _carried;

    public DelayingProxy()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What a browser opens in place of the console's own address.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>There and back; half of it each way. Holds for what is sent from now on.</summary>
    public TimeSpan RoundTrip { get; set; }

    /// <summary>Bytes that arrived, both ways.</summary>
    public long Carried => Interlocked.Read(ref _carried);

    public void LeadTo(Uri console) => _target = console.Port;

    /// <summary>Until nothing has been under way for a while: every answer is there, and whatever it caused too.</summary>
    public Task QuietAsync() => Eventually.TrueAsync(
        () => Volatile.Read(ref _underWay) == 0
            && Stopwatch.GetElapsedTime(Interlocked.Read(ref _lastArrival)) > TimeSpan.FromMilliseconds(200),
        "the line to be quiet");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var caller = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = CarryAsync(caller);
        }
    }

    private async Task CarryAsync(TcpClient caller)
    {
        using var here = caller;
        using var there = new TcpClient { NoDelay = true };
        here.NoDelay = true;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        try
        {
            await there.ConnectAsync(IPAddress.Loopback, _target, either.Token);
            await Task.WhenAll(CarryAsync(here, there, either), CarryAsync(there, here, either));
        }
        catch (Exception lost) when (lost is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Either side hung up: so does the other.
        }
    }

    private async Task CarryAsync(TcpClient from, TcpClient to, CancellationTokenSource either)
    {
        var line = Channel.CreateUnbounded<(long Sent, TimeSpan Takes, byte[] Bytes)>();
        var delivering = DeliverAsync(line.Reader, to.GetStream(), either.Token);
        try
        {
            var buffer = new byte[16 * 1024];
            while (await from.GetStream().ReadAsync(buffer, either.Token) is var count and > 0)
            {
                Interlocked.Increment(ref _underWay);
                line.Writer.TryWrite((Stopwatch.GetTimestamp(), RoundTrip / 2, buffer[..count]));
            }

            line.Writer.Complete();
            await delivering;
            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch
        {
            await either.CancelAsync();
            throw;
        }
        finally
        {
            line.Writer.TryComplete();
            while (line.Reader.TryRead(out _)) Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task DeliverAsync(ChannelReader<(long Sent, TimeSpan Takes, byte[] Bytes)> line, NetworkStream to, CancellationToken ct)
    {
        await foreach (var (sent, takes, bytes) in line.ReadAllAsync(ct))
        {
            try
            {
                if (takes - Stopwatch.GetElapsedTime(sent) is var left && left > Shortest)
                {
                    using var clock = new PeriodicTimer(left);
                    await clock.WaitForNextTickAsync(ct);
                }

                await to.WriteAsync(bytes, ct);
                Interlocked.Add(ref _carried, bytes.Length);
            }
            finally
            {
                Interlocked.Exchange(ref _lastArrival, Stopwatch.GetTimestamp());
                Interlocked.Decrement(ref _underWay);
            }
        }
    }
}
