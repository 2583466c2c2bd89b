using System.Net;

namespace Ephyto.AdminConsole.Tests.Components;

[Collection(nameof(ShellApp))]
public sealed class MissingPageTests(ShellApp app)
{
    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/not-found")]
    [InlineData("/hub/no/such/page")]
    public async Task A_missing_page_says_so_and_shows_a_way_on(string path)
    {
        using var answer = await app.GetAsync(path, ("Accept-Language", "fr"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1><bdi>Page introuvable</bdi></h1>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"guide\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switches_on_it_lead_back_to_the_address_that_was_asked_for() =>
        Assert.Contains("\"language/fr?returnUrl=%2Fnowhere%3Fa%3D1", await app.ReadAsync("/nowhere?a=1", ("Accept-Language", "en")),
            StringComparison.Ordinal);
}
