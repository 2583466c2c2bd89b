using System.Globalization;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Tests.Platform.Refusals;

/// <summary>Every refusal says in both languages what happened and what to do.</summary>
public sealed class RefusalMessageTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private static readonly int[] Statuses = [400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 413, 414, 415, 416, 421,
        429, 431, 500, 503];

    [Fact]
    public void Every_refusal_has_words_in_English_and_others_in_French()
    {
        var known = Statuses.Select(status => (Status: status, Kind: (RefusalKind?)null))
            .Concat(Enum.GetValues<RefusalKind>().Select(kind => (400, (RefusalKind?)kind)));
        foreach (var (status, kind) in known)
        {
            var (english, french) = (In("en", status, kind), In("fr", status, kind));
            foreach (var (one, other) in new[] { (english.Title, french.Title), (english.Lead, french.Lead), (english.Next, french.Next) })
            {
                // Of a press that came too late, the page says what is true now.
                if (kind == RefusalKind.Overtaken && one == "Overtaken_Next") continue;
                Assert.False(one.Contains('_', StringComparison.Ordinal) || other.Contains('_', StringComparison.Ordinal),
                    $"{status} {kind}: {one} / {other}");
                Assert.True(one.Length > 8 && one != other, $"{status} {kind}: {one} / {other}");
            }
        }
    }

    [Fact]
    public void What_can_be_said_more_exactly_is_not_called_a_bad_request()
    {
        var general = In("en", 400, null).Title;

        Assert.All(Statuses.Except([400, 409, 421]), status => Assert.NotEqual(general, In("en", status, null).Title));
    }

    private RefusalMessage In(string language, int status, RefusalKind? kind)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return RefusalMessage.Of(Host.Get<IStringLocalizer<RefusalText>>(), status, kind);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
