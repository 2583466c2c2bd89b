using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>Whoever reads an e-mail on a served country can go on from it: to a page that is open to its reader.</summary>
public sealed class EmailWaysTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task Every_email_on_a_served_country_leads_on()
    {
        using var culture = CultureScope.Enter(Languages.English.Code);
        await using var scope = Host.Services.CreateAsyncScope();

        var emails = EveryEmail.Write(scope.ServiceProvider, "Words")
            .Where(email => email.Name.StartsWith($"{nameof(ServingEmails)}.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(emails);
        Assert.All(emails, email => Assert.Contains(email.Content.Blocks, block => block is ActionLink));
    }
}
