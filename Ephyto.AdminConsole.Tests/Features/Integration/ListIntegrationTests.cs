using System.Globalization;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.Features.Integration;

/// <summary>The organizations on their way, as the Hub lists them.</summary>
public abstract class ListIntegrationTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Actor _hub = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _hub = await Host.AppointAsync(HubRole.HubAdministrator);
        foreach (var country in (string[])["AE", "AL", "AO", "BJ", "DZ"])
            await Host.ConfirmedNppoAsync(country, Given.Awa with { Email = $"{country}@example.org".ToLowerInvariant() });
    }

    [Fact]
    public async Task It_stands_in_the_order_of_the_countries_names_and_not_of_their_codes()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        Assert.Equal("AL DZ AO BJ AE", string.Join(' ', (await ListAsync(null)).Items.Select(one => one.Nppo.CountryCode)));
    }

    [Theory]
    [InlineData("algérie", "DZ")]
    [InlineData("emirates", "AE")]
    [InlineData("nowhere", "")]
    public async Task A_country_is_found_by_its_name_in_any_language(string search, string codes) =>
        Assert.Equal(codes, string.Join(' ', (await ListAsync(search)).Items.Select(one => one.Nppo.CountryCode)));

    [Fact]
    public async Task A_page_beyond_the_last_is_the_last()
    {
        var page = await ListAsync(null, number: 7);

        Assert.Equal((5, 1, 5), (page.Total, page.Number, page.Items.Count));
    }

    private async Task<PageOf<NppoProgress>> ListAsync(string? search, int number = 1) =>
        (await Host.Get<ListIntegration>().HandleAsync(new(search, number), _hub, default)).Value;
}

public sealed class ListIntegrationOnSqlite() : ListIntegrationTests(DatabaseKind.Sqlite);

public sealed class ListIntegrationOnPostgreSql() : ListIntegrationTests(DatabaseKind.PostgreSql);
