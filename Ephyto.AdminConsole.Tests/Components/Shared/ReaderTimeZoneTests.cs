using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

public sealed class ReaderTimeZoneTests
{
    [Theory]
    [InlineData("Africa%2FAbidjan", "Africa/Abidjan")]
    [InlineData("Nowhere%2FAtAll", null)]
    [InlineData("..%2F..%2Fetc%2Fpasswd", null)]
    [InlineData("", null)]
    public void Only_a_zone_that_exists_is_taken_from_the_cookie(string cookie, string? name)
    {
        var context = new DefaultHttpContext { RequestServices = Cookies.Services() };
        context.Request.Headers.Cookie = $"ephyto-zone={cookie}";
        var zone = new ReaderTimeZone();

        zone.Read(context);

        Assert.Equal(name, zone.Name);
    }
}
