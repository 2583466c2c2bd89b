using System.Net;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Components.Pages;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Components;

/// <summary>Before the registration: the readiness check and the notice to the contact point.</summary>
public sealed class GuideTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private static readonly string AllButPeople =
        string.Concat(Readiness.ItemsOf(ExchangeSystem.NationalSystem).Select(item => item.Name == "People" ? 'n' : 'y'));

    [Fact]
    public async Task The_answers_become_an_address_that_shows_the_result_and_goes_along_into_the_registration()
    {
        using var client = Host.CreateClient();
        var query = string.Join('&', Readiness.ItemsOf(ExchangeSystem.NationalSystem)
            .Select(item => $"{item.Name}={(item.Name == "People" ? "No" : "Yes")}"));

        using var answered = await client.GetAsync(new Uri($"/guide/check?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.EndsWith($"/guide/check?result={AllButPeople}", answered.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var result = await ReadAsync(client, $"/guide/check?result={AllButPeople}");
        Assert.Contains("18 of 19 are ready; with half of what is partly ready: 94%", result, StringComparison.Ordinal);
        Assert.Contains("Name a second administrator", result, StringComparison.Ordinal);
        Assert.DoesNotContain("Plan the call DeliverEnvelope", result, StringComparison.Ordinal);
        Assert.Contains($"\"register?check={AllButPeople}", result, StringComparison.Ordinal);
        Assert.Contains("Your readiness check: 18 of 19", await ReadAsync(client, $"/register?check={AllButPeople}"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExchangeSystem.GeNS, "g", "computer with a current browser", "GeNS itself is there")]
    [InlineData(ExchangeSystem.ThroughAnotherSystem, "t", "It is agreed that the other system", "The other system is there")]
    public async Task Who_uses_a_system_of_others_is_asked_other_questions_up_to_the_registration(
        ExchangeSystem system, string prefix, string asked, string lead)
    {
        using var client = Host.CreateClient();
        var items = Readiness.ItemsOf(system);

        var check = await ReadAsync(client, $"/guide/check?system={system}");
        using var answered = await client.GetAsync(new Uri(
            $"/guide/check?system={system}&{string.Join('&', items.Select(item => $"{item.Name}=Partly"))}", UriKind.Relative));

        Assert.Contains(asked, check, StringComparison.Ordinal);
        Assert.Contains(lead, check, StringComparison.Ordinal);
        Assert.Contains($"{items.Count} questions", check, StringComparison.Ordinal);
        foreach (var notAsked in new[] { "Decrypt", "Apart", "Certificates" })
            Assert.DoesNotContain($"name=\"{notAsked}\"", check, StringComparison.Ordinal);
        var code = prefix + new string('p', items.Count);
        Assert.EndsWith($"/guide/check?result={code}", answered.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var registration = await ReadAsync(client, $"/register?check={code}");
        Assert.Contains($"Your readiness check: 0 of {items.Count}", registration, StringComparison.Ordinal);
        Assert.DoesNotContain("Decrypt what it receives", registration, StringComparison.Ordinal);
        Assert.Contains(asked, await ReadAsync(client, $"/guide/check?again={code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_left_open_is_asked_for_and_what_was_answered_stays()
    {
        using var client = Host.CreateClient();

        var page = await ReadAsync(client, "/guide/check?Enter=Partly");

        Assert.Contains("Please answer every question", page, StringComparison.Ordinal);
        Assert.Matches("name=\"Enter\" value=\"Partly\" required checked", page);
    }

    [Fact]
    public async Task Who_turns_to_another_system_keeps_the_answers_and_finds_them_again_on_the_way_back()
    {
        using var client = Host.CreateClient();

        var other = await ReadAsync(client, "/guide/check?system=NationalSystem&Enter=Partly&Mandate=Yes&other=GeNS");

        Assert.Contains("GeNS itself is there", other, StringComparison.Ordinal);
        Assert.DoesNotContain("Please answer every question", other, StringComparison.Ordinal);
        Assert.Matches("name=\"Mandate\" value=\"Yes\" required checked", other);
        Assert.Contains("<input type=\"hidden\" name=\"Enter\" value=\"Partly\"", other, StringComparison.Ordinal);
        // Each of the three is a button of the form, so that what is chosen in it goes along; Enter shows the result all the same.
        Assert.Equal(3, Regex.Count(other, "<button type=\"submit\" name=\"other\" value=\"\\w+\" formnovalidate"));
        Assert.Matches("<form[^>]*>\\s*<button type=\"submit\" class=\"visually-hidden\"", other);
        var back = await ReadAsync(client, "/guide/check?system=GeNS&Enter=Partly&Mandate=No&other=NationalSystem");
        Assert.Matches("name=\"Enter\" value=\"Partly\" required checked", back);
        Assert.Matches("name=\"Mandate\" value=\"No\" required checked", back);
    }

    [Theory]
    [InlineData("guide/check?result=garbage", "The link could not be read", true)]
    [InlineData("guide/check?result=", "The link could not be read", true)]
    [InlineData("guide/check?again=gyy", "The link could not be read", true)]
    [InlineData("guide/check?system=7", "The link could not be read", true)]
    [InlineData("guide/check?again=gyyyyyyyyyy-", "The link could not be read", false)]
    [InlineData("guide/check?system=GeNS", "The link could not be read", false)]
    [InlineData("guide/check", "The link could not be read", false)]
    [InlineData("register?check=garbage", "The readiness check in the link could not be read", true)]
    [InlineData("register", "The readiness check in the link could not be read", false)]
    public async Task A_link_that_cannot_be_read_is_called_so(string address, string words, bool isSaid)
    {
        using var client = Host.CreateClient();

        Assert.Equal(isSaid, (await ReadAsync(client, $"/{address}")).Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_is_led_on_to_the_steps_and_not_to_a_registration()
    {
        using var client = Host.CreateClient();
        var nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        await Host.ActiveMemberAsync(nppo, NppoRole.Integrator, "integrator@example.org");
        using var member = await Host.SignedInAsync("integrator@example.org");

        var page = await ReadAsync(member, $"/guide/check?result={AllButPeople}");

        Assert.Contains("Your organization is registered.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"nppo/integration\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("You can register already", page, StringComparison.Ordinal);
        Assert.DoesNotContain("register?check=", page, StringComparison.Ordinal);
        var ofOthers = await ReadAsync(client, $"/guide/check?result={AllButPeople}");
        Assert.Contains("You can register already", ofOthers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yyyy")]
    [InlineData("yyyyyyyyyyyyyyyyyyx")]
    [InlineData("gyyyyyyyyyyyyyyyyyyy")]
    [InlineData("xyyyyyyyyyyy")]
    [InlineData("<script>aaaaaaaaaaa")]
    public void What_is_no_result_is_none(string? code) => Assert.Null(Readiness.Parse(code));

    [Fact]
    public void A_result_and_its_code_are_one()
    {
        var result = Readiness.Parse("ypn-yyyyyyyyyyyyyyy")!;

        Assert.Equal(("ypn-yyyyyyyyyyyyyyy", 16, false), (result.Code, result.Ready, result.IsComplete));
        Assert.Equal(ReadinessAnswer.No, result.Of("Send"));
    }

    [Fact]
    public void A_result_says_which_system_it_is_about()
    {
        var result = Readiness.Parse("gnyyyyyyyyyy")!;

        Assert.Equal((ExchangeSystem.GeNS, "gnyyyyyyyyyy", 10, false), (result.System, result.Code, result.Ready, result.IsWhole));
        Assert.Equal((ReadinessAnswer.No, ReadinessAnswer.NotSaid), (result.Of("Workplaces"), result.Of("Send")));
        Assert.Equal(ExchangeSystem.ThroughAnotherSystem, Readiness.Parse("tyyyyyyyyyy")!.System);
    }

    [Theory]
    [InlineData("yyyyyyyyyyyyyyyyyyy", null, 100)]
    [InlineData("yyyyyyyynnnyyyyyyyy", ReadinessArea.Law, 0)]
    [InlineData("yyyyyyyynpyyyyyyyyy", ReadinessArea.Law, 50)]
    [InlineData("ppppnnnnyyyyyyyyyyy", ReadinessArea.System, 25)]
    [InlineData("nnnnnnnnnnnnnnnnnnn", null, 0)]
    public void What_is_there_in_part_counts_half(string code, ReadinessArea? area, int score) =>
        Assert.Equal(score, Readiness.Parse(code)!.Score(area));

    [Fact]
    public async Task The_plan_says_by_area_what_is_ready_what_is_missing_and_who_does_it()
    {
        using var client = Host.CreateClient();

        var page = await ReadAsync(client, $"/guide/check?result={AllButPeople}");

        Assert.Contains("National plan", page, StringComparison.Ordinal);
        Assert.Matches("""<textarea name="plan-who-People"[^>]*>Head of the NPPO""", page);
        Assert.DoesNotContain("plan-who-Enter", page, StringComparison.Ordinal);
        // Nothing of it can be sent: what is typed stays where it was typed.
        Assert.DoesNotContain("<form", page[page.IndexOf("class=\"plan\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains($"guide/check?again={AllButPeople}", page, StringComparison.Ordinal);
        Assert.Matches("name=\"People\" value=\"No\" required checked", await ReadAsync(client, $"/guide/check?again={AllButPeople}"));
    }

    [Theory]
    [InlineData("en", "you must inform your official contact point", "I did not receive the confirmation e-mail")]
    [InlineData("fr", "vous devez prévenir votre point de contact officiel", "Je n’ai pas reçu le courriel de confirmation")]
    public async Task The_guide_asks_for_what_comes_first_and_says_whom_to_write_to(string language, string inform, string trouble)
    {
        using var client = Host.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", language);

        var page = await ReadAsync(client, "/guide");

        Assert.Contains(inform, page, StringComparison.Ordinal);
        Assert.Contains("mailto:ippc@fao.org", page[page.IndexOf(trouble, StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:technical.support@example.org\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_guide_begins_with_the_documents_of_the_installation_and_names_its_support()
    {
        await using var host = await ConsoleHost.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Guide:TechnicalInformation:0:Title"] = "Message mapping <2>",
            ["Guide:TechnicalInformation:0:Address"] = "https://example.org/mapping",
            ["Guide:TechnicalInformation:1:Title"] = "Hub description",
            ["Guide:TechnicalInformation:1:Address"] = "https://example.org/hub",
            ["Hub:TechnicalSupport"] = "https://unicc.example.org/help",
        });
        using var client = host.CreateClient();

        var page = await client.GetStringAsync(new Uri("/guide", UriKind.Relative));

        Assert.Matches("""<a href="https://example.org/mapping"[^>]*><bdi>Message mapping &lt;2&gt;</bdi></a>""", page);
        Assert.True(page.IndexOf("https://example.org/hub", StringComparison.Ordinal)
            < page.IndexOf("What a national system must be able to do", StringComparison.Ordinal));
        Assert.Contains("href=\"https://unicc.example.org/help\"", page, StringComparison.Ordinal);
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
