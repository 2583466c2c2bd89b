using Ephyto.AdminConsole.Features.People.Members;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

public sealed class PastedAddressesTests
{
    [Theory]
    [InlineData("a@example.org", "a@example.org")]
    [InlineData("a@example.org, B@Example.org;c@example.org\nd@example.org", "a@example.org b@example.org c@example.org d@example.org")]
    [InlineData("Awa Kouassi <awa@example.org>", "awa@example.org")]
    [InlineData("Kouassi, Awa <awa@example.org>, Koffi <koffi@example.org>", "awa@example.org koffi@example.org")]
    [InlineData("\"Kouassi, Awa\" <awa@example.org>; koffi@example.org", "awa@example.org koffi@example.org")]
    [InlineData("nonsense, a@example.org", "- a@example.org")]
    [InlineData("a@example.org, nonsense", "a@example.org -")]
    [InlineData(" ;, \r\n ", "")]
    [InlineData(null, "")]
    public void What_people_paste_is_read(string? pasted, string expected) =>
        Assert.Equal(expected, string.Join(' ', PastedAddresses.Parse(pasted).Select(address => address.Email?.Value ?? "-")));
}
