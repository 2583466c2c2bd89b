using Ephyto.AdminConsole.Platform.Security;

namespace Ephyto.AdminConsole.Tests.Platform.Security;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/hub/registrations?page=2", "/hub/registrations?page=2")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("~/guide", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/guide\r\nSet-Cookie: x=y", "/")]
    public void A_redirect_stays_in_the_console(string? asked, string given) => Assert.Equal(given, LocalUrl.OrHome(asked));
}
