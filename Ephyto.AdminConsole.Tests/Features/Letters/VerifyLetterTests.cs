using System.Net;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Letters;

/// <summary>Anybody checks a letter: by its address, its number and code, or its file.</summary>
public sealed class VerifyLetterTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private Guid _nppo;
    private Actor _officer = Actor.Anonymous;
    private ParticipationLetter _letter = null!;

    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["RateLimits:AnonymousFormsPerMinute"] = "12" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, var boss) = await Host.OrganizationAsync("CI");
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        _letter = await Host.IssuedLetterAsync(_nppo, boss, _officer);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_genuine_letter_shows_what_it_states_also_with_its_code_as_people_type_it(bool typed)
    {
        using var client = Host.CreateClient();
        var page = WebUtility.HtmlDecode(
            await client.GetStringAsync(
                $"/letters/verify/{(typed ? VerificationCode.Grouped(_letter.Code!).ToLowerInvariant() : _letter.Code)}"));

        foreach (var words in new[] { "Letter EPH-2026-0001 is genuine", "Ministry of Trade", "Côte d’Ivoire",
            "Direction de la protection des végétaux", "2 March 2026", "Onboarding", _letter.Sha256! })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("boss", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web.js", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_letter_says_so_without_the_reason()
    {
        Host.Time.Advance(TimeSpan.FromDays(3));
        await Host.Get<WithdrawLetter>().HandleAsync(new(_letter.Id, "An internal matter."), _officer, CancellationToken.None);
        using var client = Host.CreateClient();
        var page = await client.GetStringAsync($"/letters/verify/{_letter.Code}");

        Assert.Contains("Letter EPH-2026-0001 was withdrawn", page, StringComparison.Ordinal);
        Assert.Contains("5 March 2026", page, StringComparison.Ordinal);
        Assert.DoesNotContain("is genuine", page, StringComparison.Ordinal);
        Assert.DoesNotContain("An internal matter.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_what_has_changed_with_the_organization_since()
    {
        await ChangeAsync(nppo => nppo.StartTesting(Actor.System, Host.Now()));
        using var client = Host.CreateClient();
        var moved = await client.GetStringAsync($"/letters/verify/{_letter.Code}");
        Assert.Contains("Onboarding", moved, StringComparison.Ordinal);
        Assert.Contains("Testing", moved, StringComparison.Ordinal);
        Assert.DoesNotContain("does not take part in the Hub today", moved, StringComparison.Ordinal);

        await ChangeAsync(nppo => nppo.Suspend("Why", Actor.System, Host.Now()));
        Assert.Contains("does not take part in the Hub today", await client.GetStringAsync($"/letters/verify/{_letter.Code}"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("0000")]
    [InlineData("EPH-2026-0001")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("' OR '1'='1")]
    public async Task What_is_no_code_of_a_letter_is_answered_plainly(string code)
    {
        using var client = Host.CreateClient();
        using var answer = await client.GetAsync($"/letters/verify/{code}");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("No such letter was issued", page, StringComparison.Ordinal);
        // The skip link before it repeats the page's own address, encoded.
        var said = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        Assert.DoesNotContain("alert(1)", said, StringComparison.Ordinal);
        Assert.DoesNotContain("EPH-2026-0001", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_and_beginning_of_the_code_lead_to_the_letter()
    {
        using var client = Host.CreateClient();
        using var byBoth = await FindAsync(client, "eph 2026 0001", _letter.Code![..8].ToLowerInvariant());
        using var byCode = await FindAsync(client, "", VerificationCode.Grouped(_letter.Code!));

        Assert.All([byBoth, byCode],
            answer => Assert.EndsWith($"/letters/verify/{_letter.Code}", answer.Headers.Location?.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EPH-2026-0001", "", "A number alone can be copied")]
    [InlineData("EPH-2026-0002", "", "A number alone can be copied")]
    [InlineData("EPH-2026-0001", "00000000", "No such letter was issued")]
    [InlineData("EPH-2026-0002", "00000000", "No such letter was issued")]
    [InlineData("", "00000000", "Type the number of the letter too")]
    [InlineData("", "", "Type the verification code")]
    [InlineData("4711", "00000000", "This is not a number of a letter")]
    [InlineData("EPH-2026-0001", "<b>", "This is not a verification code")]
    public async Task Whoever_does_not_hold_the_letter_learns_nothing_from_its_number(string number, string code, string said)
    {
        using var client = Host.CreateClient();
        using var answer = await FindAsync(client, number, code);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ivoire", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_tries_many_codes_is_slowed_down()
    {
        using var client = Host.CreateClient();
        List<HttpStatusCode> answers = [];
        for (var attempt = 0; attempt < 14; attempt++)
        {
            using var answer = await FindAsync(client, "EPH-2026-0001", $"0000000{attempt % 10}");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task The_file_itself_is_compared_and_finds_its_letter()
    {
        var bytes = await Host.FileOfAsync(_letter.Id);
        using var client = Host.CreateClient();
        var own = $"/letters/verify/{_letter.Code}";

        Assert.Contains("The file is the letter as it was issued", await CompareAsync(client, own, "compare", bytes),
            StringComparison.Ordinal);
        bytes[^20] ^= 1;
        Assert.Contains("The file is not the letter as it was issued", await CompareAsync(client, own, "compare", bytes),
            StringComparison.Ordinal);
        Assert.Contains("No letter was issued with this file", await CompareAsync(client, "/letters/verify", "file", bytes),
            StringComparison.Ordinal);
        bytes[^20] ^= 1;
        Assert.Equal(own, await CompareAsync(client, "/letters/verify", "file", bytes));
        Assert.Contains("Choose the PDF of the letter", await CompareAsync(client, own, "compare", []), StringComparison.Ordinal);
        Assert.Contains("larger than 2 MB", await CompareAsync(client, own, "compare", new byte[(2 * 1024 * 1024) + 1]),
            StringComparison.Ordinal);
    }

    private Task<int> ChangeAsync(Func<Nppo, Result> change) => Host.StoreAsync(async db =>
    {
        Assert.True(change(await db.Set<Nppo>().SingleAsync(nppo => nppo.Id == _nppo)).IsSuccess);
        return await db.SaveChangesAsync();
    });

    private static Task<HttpResponseMessage> FindAsync(HttpClient client, string number, string code) =>
        client.SendFormAsync("/letters/verify", "find", ("Form.Number", number), ("Form.Code", code));

    /// <returns>The page, or where the answer leads.</returns>
    private static async Task<string> CompareAsync(HttpClient client, string path, string form, byte[] file)
    {
        var html = await client.GetStringAsync(path);
        var part = Regex.Match(html, $"""<form(?:(?!</form>).)*name="_handler" value="{form}"(?:(?!</form>).)*</form>""",
            RegexOptions.Singleline).Value;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form), "_handler" },
            { new ByteArrayContent(file), "file", "letter.pdf" },
        };
        foreach (var (name, value) in PlainForms.TokensOf(part)) content.Add(new StringContent(value), name);
        using var answer = await client.PostAsync(path, content);
        return answer.Headers.Location is { } location
            ? new Uri(new Uri("https://localhost"), location).AbsolutePath
            : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
