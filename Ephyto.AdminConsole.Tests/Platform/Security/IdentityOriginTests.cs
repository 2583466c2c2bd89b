using System.Net;
using Ephyto.AdminConsole.Platform.Security;

namespace Ephyto.AdminConsole.Tests.Platform.Security;

public sealed class IdentityOriginTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0",
        "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 "
        + "Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36",
        "Chrome, Android")]
    [InlineData("something <script>", "")]
    [InlineData(null, "")]
    public void A_browser_is_named_by_words_of_ours(string? userAgent, string name) =>
        Assert.Equal(name, IdentityOrigin.BrowserOf(userAgent));

    [Theory]
    [InlineData("192.0.2.77", "192.0.2.0/24")]
    [InlineData("::ffff:192.0.2.77", "192.0.2.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48")]
    public void An_address_is_kept_as_its_network(string address, string network) =>
        Assert.Equal(network, IdentityOrigin.NetworkOf(IPAddress.Parse(address)));
}
