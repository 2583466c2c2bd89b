using System.Net;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Components.Account;

/// <summary>Name, language and time zone that a person chose.</summary>
public sealed class ProfileTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Path = "/account/manage/profile";

    [Fact]
    public async Task Times_are_shown_in_the_chosen_zone_now_and_after_the_next_sign_in()
    {
        await Host.AccountAsync("awa@example.org");
        using var client = await Host.SignedInAsync("awa@example.org");
        Assert.Contains("09:00 UTC", await ActivityAsync(client), StringComparison.Ordinal);

        using var saved = await client.SendFormAsync(Path, "profile", ("Form.Name", "Awa"), ("Form.Language", "en"),
            ("Form.TimeZone", "Asia/Kathmandu"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("14:45 UTC&#x2B;5:45", await ActivityAsync(client), StringComparison.Ordinal);
        using var elsewhere = await Host.SignedInAsync("awa@example.org");
        Assert.Contains("14:45 UTC&#x2B;5:45", await ActivityAsync(elsewhere), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_that_does_not_exist_and_a_name_of_nothing_are_not_taken()
    {
        await Host.AccountAsync("awa@example.org");
        using var client = await Host.SignedInAsync("awa@example.org");

        using (await client.SendFormAsync(Path, "profile", ("Form.Name", "Awa"), ("Form.Language", "en"),
            ("Form.TimeZone", "Mars/Olympus")))
            Assert.Contains("09:00 UTC", await ActivityAsync(client), StringComparison.Ordinal);
        using var refused = await client.SendFormAsync(Path, "profile", ("Form.Name", " "), ("Form.Language", "en"), ("Form.TimeZone", ""));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
    }

    private static Task<string> ActivityAsync(HttpClient client) =>
        client.GetStringAsync(new Uri("/account/manage/activity", UriKind.Relative));
}
