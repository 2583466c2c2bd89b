using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Ephyto.AdminConsole.Tests.Support.Tests;

public sealed class DelayingProxyTests
{
    [Fact]
    public async Task What_is_sent_comes_back_whole_in_its_order_and_as_late_as_the_line_is_long()
    {
        using var echo = new TcpListener(IPAddress.Loopback, 0);
        echo.Start();
        await using var proxy = new DelayingProxy { RoundTrip = TimeSpan.FromMilliseconds(120) };
        proxy.LeadTo(new Uri($"http://127.0.0.1:{((IPEndPoint)echo.LocalEndpoint).Port}"));
        using var caller = new TcpClient();
        await caller.ConnectAsync(IPAddress.Loopback, proxy.Address.Port, TestContext.Current.CancellationToken);
        using var answering = await echo.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var answers = answering.GetStream().CopyToAsync(answering.GetStream(), TestContext.Current.CancellationToken);

        var sent = RandomNumberGenerator.GetBytes(100_000);
        var began = Stopwatch.GetTimestamp();
        await caller.GetStream().WriteAsync(sent, TestContext.Current.CancellationToken);
        var came = new byte[sent.Length];
        await caller.GetStream().ReadExactlyAsync(came.AsMemory(0, 1), TestContext.Current.CancellationToken);
        var first = Stopwatch.GetElapsedTime(began);
        await caller.GetStream().ReadExactlyAsync(came.AsMemory(1), TestContext.Current.CancellationToken);
        await proxy.QuietAsync();

        Assert.Equal(sent, came);
        Assert.InRange(first, TimeSpan.FromMilliseconds(115), TimeSpan.FromSeconds(10));
        Assert.Equal(2 * sent.Length, proxy.Carried);
        caller.Client.Shutdown(SocketShutdown.Send);
        await answers;
    }
}
