using System.Net;
using System.Net.Sockets;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Emails.Delivery;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

public sealed class SilentSmtpServerTests
{
    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_in_time()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        using var transport = new SmtpTransport(
            Options.Create(new SmtpOptions { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None, TimeoutSeconds = 1 }),
            Options.Create(Letters.Hub()));

        var late = await Assert.ThrowsAsync<EmailDeliveryException>(
            () => transport.SendAsync(Letters.Builder().Build(Letters.Queued(), null), default));
        Assert.Contains("within 1 s", late.Message, StringComparison.Ordinal);
    }
}
