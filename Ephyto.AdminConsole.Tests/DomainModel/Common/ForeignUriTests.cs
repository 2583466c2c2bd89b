using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.DomainModel.Common;

/// <summary>Whatever somebody writes as an address is one or is none; it never throws.</summary>
public sealed class ForeignUriTests
{
    public static TheoryData<string> Unreadable =>
        ["", " ", "xn--a", "http://xn--a", "https://xn--0/", "https://foo.xn--a.org/x", "https://xn--a.org:8080", "http://", "https://:80",
            "http://a:99999", "//xn--a", "https://[::1", "null", "\u0000"];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_address_is_none(string? text)
    {
        Assert.False(ForeignUri.TryRead(text, out var address));
        Assert.Null(address);
        Assert.Null(EmailAddress.TryParse($"someone@{text}"));
    }

    [Theory]
    [InlineData("https://www.ippc.int/", "www.ippc.int")]
    [InlineData("https://www.exämple.org", "www.exämple.org")]
    [InlineData("https://xn--exmple-cua.org", "xn--exmple-cua.org")]
    [InlineData("http://localhost:5080/x?y", "localhost")]
    [InlineData("https://192.0.2.7/x", "192.0.2.7")]
    [InlineData("https://[2001:db8::1]/x", "[2001:db8::1]")]
    [InlineData("urn:uuid:1", "")]
    public void An_address_has_its_host(string text, string host)
    {
        Assert.True(ForeignUri.TryRead(text, out var address));
        Assert.Equal(host, address.Host);
    }

    [Theory]
    [InlineData("terms", "https://example.org/terms")]
    [InlineData("https://www.ippc.int/", "https://www.ippc.int/")]
    [InlineData("http://xn--a/", null)]
    [InlineData("http://[", null)]
    public void Beside_a_page_an_address_leads_on_from_it(string text, string? expected) =>
        Assert.Equal(expected, ForeignUri.Below(new Uri("https://example.org/guide"), text)?.AbsoluteUri);
}
