using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

public sealed class RegisterVisitsTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private RegisterVisits Visits => Host.Get<RegisterVisits>();

    [Fact]
    public void A_browser_is_known_again_by_a_cookie_only_the_server_reads()
    {
        var http = new DefaultHttpContext();
        var first = Visits.Begin(http);
        var cookie = SetCookieHeaderValue.ParseList([.. http.Response.Headers.SetCookie!]).Single();
        var again = new DefaultHttpContext();
        again.Request.Headers.Cookie = $"{cookie.Name}={cookie.Value}";

        Assert.True(cookie.HttpOnly);
        Assert.Equal(first.DraftKey, Visits.Begin(again).DraftKey);
        Assert.NotEqual(first.DraftKey, Visits.Begin(new DefaultHttpContext()).DraftKey);
        Assert.DoesNotContain(cookie.Value.ToString(), first.DraftKey, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    public void A_made_up_cookie_is_replaced(string value)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"ephyto-draft={value}";
        Visits.Begin(http);

        var cookie = SetCookieHeaderValue.ParseList([.. http.Response.Headers.SetCookie!]).Single();
        Assert.Equal(43, cookie.Value.Length);
    }

    [Fact]
    public void A_visit_passes_to_the_circuit_unread_and_unchanged()
    {
        var visit = new RegisterVisit(new string('a', 64), "192.0.2.7", new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc));
        var sealed_ = Visits.Protect(visit);

        Assert.Equal(visit, Visits.Read(sealed_));
        Assert.DoesNotContain("192.0.2.7", sealed_, StringComparison.Ordinal);
        Assert.Null(Visits.Read(sealed_ + "x"));
        Assert.Null(Visits.Read("made up"));
        Assert.Null(Visits.Read(null));
    }
}
