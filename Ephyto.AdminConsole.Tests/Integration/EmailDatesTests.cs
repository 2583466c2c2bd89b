using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>Days stand in e-mails as they stand on the pages: the day before the month, the hours from 0 to 23.</summary>
public sealed class EmailDatesTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Theory]
    [MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public async Task No_email_writes_a_day_or_an_hour_as_in_one_country_alone(string language)
    {
        using var culture = CultureScope.Enter(language);
        await using var scope = Host.Services.CreateAsyncScope();
        List<string> foreign = [];
        var days = 0;
        foreach (var (name, content) in EveryEmail.Write(scope.ServiceProvider, "Words"))
        {
            var text = $"{content.Subject}\n{(await Host.Get<EmailRenderer>().RenderAsync(content)).Text}";
            foreign.AddRange(Regex.Matches(text, @"\p{L}+ \d{1,2}, \d{4}|\b\d{1,2}/\d{1,2}/\d{2,4}|\d\s[AP]M\b")
                .Select(found => $"{name}: {found}"));
            if (Regex.IsMatch(text, @"\b2\s\p{L}+\s2026")) days++;
        }

        Assert.True(foreign.Count == 0, string.Join('\n', foreign));
        Assert.InRange(days, 10, 500);
    }
}
