using System.Net;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Platform.Security;

/// <summary>
/// Whoever goes where the menu leads asks for nothing that is not theirs: what a page only looks whether to offer is no refusal.
/// </summary>
public sealed partial class MenuTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Email = "reader@example.org";

    public static TheoryData<string> Roles() => [.. Enum.GetNames<HubRole>(), .. Enum.GetNames<NppoRole>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Who_follows_the_menu_is_refused_nothing(string role)
    {
        var isOfHub = Enum.TryParse<HubRole>(role, out var held);
        if (isOfHub) await Host.AppointAsync(held, await Host.AccountAsync(Email));
        else await Host.ActiveMemberAsync((await Host.ConfirmedNppoAsync()).Nppo.Id, Enum.Parse<NppoRole>(role), Email);
        using var reader = await Host.SignedInAsync(Email);

        var menu = await reader.GetStringAsync(new Uri(isOfHub ? "/hub" : "/nppo", UriKind.Relative));
        var pages = Entry().Matches(menu[menu.IndexOf("console-nav", StringComparison.Ordinal)..])
            .Select(match => match.Groups["page"].Value).Distinct().ToList();
        Assert.True(pages.Count > 3, string.Join(", ", pages));
        foreach (var page in pages)
        {
            using var answer = await reader.GetAsync(new Uri($"/{page}", UriKind.Relative));
            Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
        }

        await Host.Get<AfterAnswer>().DoWaitingAsync(CancellationToken.None);
        Assert.Equal(0,
            await Host.StoreAsync(db => db.Set<SecurityTally>().Where(tally => tally.Signal == SecuritySignal.RightRefused)
                .SumAsync(tally => tally.Count)));
    }

    [GeneratedRegex("href=\"(?<page>(?:hub|nppo)[^\"?#]*)\"")]
    private static partial Regex Entry();
}
