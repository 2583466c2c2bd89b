using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>Whoever reads an e-mail can go on from it: to a page that is open to its reader.</summary>
public sealed class EmailWaysTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    /// <summary>Those without a link, and why.</summary>
    private static readonly Dictionary<string, string> WithoutWay = new()
    {
    };

    [Fact]
    public async Task Every_email_leads_on_but_for_these()
    {
        using var culture = CultureScope.Enter(Languages.English.Code);
        await using var scope = Host.Services.CreateAsyncScope();

        var without = EveryEmail.Write(scope.ServiceProvider, "Words")
            .Where(email => !email.Content.Blocks.OfType<ActionLink>().Any()).Select(email => email.Name);

        Assert.Equal(WithoutWay.Keys.Order(StringComparer.Ordinal), without.Distinct().Order(StringComparer.Ordinal));
    }
}
