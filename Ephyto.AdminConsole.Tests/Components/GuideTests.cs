using System.Net;
using Ephyto.AdminConsole.Components.Pages;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Components;

/// <summary>Before the registration: the readiness check and the notice to the contact point.</summary>
public sealed class GuideTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string AllButPeople = "yyyyyyyyyn";

    [Fact]
    public async Task The_answers_become_an_address_that_shows_the_result_and_goes_along_into_the_registration()
    {
        using var client = Host.CreateClient();
        var query = string.Join('&', Readiness.Items.Select(item => $"{item}={(item == "People" ? "No" : "Yes")}"));

        using var answered = await client.GetAsync(new Uri($"/guide/check?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.EndsWith($"/guide/check?result={AllButPeople}", answered.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var result = await ReadAsync(client, $"/guide/check?result={AllButPeople}");
        Assert.Contains("9 of 10 are ready", result, StringComparison.Ordinal);
        Assert.Contains("Name a second administrator", result, StringComparison.Ordinal);
        Assert.DoesNotContain("Plan the call DeliverEnvelope", result, StringComparison.Ordinal);
        Assert.Contains($"\"register?check={AllButPeople}", result, StringComparison.Ordinal);
        Assert.Contains("Your readiness check: 9 of 10", await ReadAsync(client, $"/register?check={AllButPeople}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_left_open_is_asked_for_and_what_was_answered_stays()
    {
        using var client = Host.CreateClient();

        var page = await ReadAsync(client, "/guide/check?Enter=Partly");

        Assert.Contains("Please answer every question", page, StringComparison.Ordinal);
        Assert.Matches("name=\"Enter\" value=\"Partly\" required checked", page);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yyyy")]
    [InlineData("yyyyyyyyyx")]
    [InlineData("<script>aa")]
    public void What_is_no_result_is_none(string? code) => Assert.Null(Readiness.Parse(code));

    [Fact]
    public void A_result_and_its_code_are_one()
    {
        var result = Readiness.Parse("ypn-yyyyyy")!;

        Assert.Equal(("ypn-yyyyyy", 7, false), (result.Code, result.Ready, result.IsComplete));
        Assert.Equal(ReadinessAnswer.No, result.Of("Send"));
    }

    [Fact]
    public async Task The_notice_is_written_in_the_contact_points_language_with_what_was_typed_and_opens_the_own_mail_program()
    {
        using var client = Host.CreateClient();

        var page = await ReadAsync(client, "/guide/notice?language=fr&name=Awa%20Kouassi&organization=DPVCQ%20%3Cb%3E");

        Assert.Contains("Madame, Monsieur", page, StringComparison.Ordinal);
        Assert.Contains("Tell your contact point", page, StringComparison.Ordinal);
        Assert.Contains("DPVCQ &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:?subject=Un%20message", page, StringComparison.Ordinal);
        Assert.Contains("Merci%2C%0AAwa%20Kouassi", page, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(HttpClient client, string path) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(path, UriKind.Relative)))
            .Replace("<b>", "&lt;b&gt;", StringComparison.Ordinal);
}
