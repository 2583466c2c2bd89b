using System.Globalization;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Integration.Components;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

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

    [Theory]
    [InlineData("country", "AL DZ AO BJ AE")]
    [InlineData("-country", "AE BJ AO DZ AL")]
    [InlineData("next", "AO AL DZ BJ AE")]
    [InlineData(null, "AO AL DZ BJ AE")]
    [InlineData("state", "AL DZ AO AE BJ")]
    [InlineData("-state", "BJ AL DZ AO AE")]
    [InlineData("-firstsent", "AO AL DZ BJ AE")]
    [InlineData("-system", "AE AL DZ AO BJ")]
    [InlineData("nonsense", "AO AL DZ BJ AE")]
    public async Task It_is_sorted_by_what_is_asked_for_and_what_waits_for_an_answer_stands_first_otherwise(string? sort, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var angola = await NppoOfAsync("AO");
        await Host.ChangeAsync(await NppoOfAsync("BJ"), nppo => nppo.StartTesting(Actor.System, Host.Now()));
        await Host.ChangeAsync(
            await NppoOfAsync("AE"), nppo => nppo.ChangeSystem(ExchangeSystem.GeNS, new(null, null, false, false), _hub.Id, Host.Now()));
        var path = IntegrationPath.Of(angola.Id);
        path.Report(IntegrationStep.FirstSent, "Number 1", Guid.NewGuid(), Host.Now());
        await Host.AddAsync(path);

        var page = (await Host.Get<ListIntegration>().HandleAsync(new(null, 1, sort), _hub, default)).Value;

        Assert.Equal(expected, string.Join(' ', page.Items.Select(one => one.Nppo.CountryCode)));
    }

    [Fact]
    public async Task A_live_organization_is_in_the_list_as_long_as_the_hub_and_it_have_not_agreed_on_a_step()
    {
        var angola = await NppoOfAsync("AO");
        await Host.ChangeAsync(angola, nppo =>
        {
            nppo.StartTesting(Actor.System, Host.Now());
            nppo.GoLive(Actor.System, Host.Now());
        });
        Assert.Equal(4, (await ListAsync(null)).Total);

        var path = IntegrationPath.Of(angola.Id);
        path.Report(IntegrationStep.FirstSent, "Number 1", Guid.NewGuid(), Host.Now());
        path.SendBack(IntegrationStep.FirstSent, "Which number?", seen: null, _hub.Id, Host.Now());
        await Host.AddAsync(path);
        Assert.Equal(5, (await ListAsync(null)).Total);

        await Host.ChangeAsync(path, said =>
        {
            said.Report(IntegrationStep.FirstSent, "Number 2", Guid.NewGuid(), Host.Now());
            said.Accept(IntegrationStep.FirstSent, seen: null, _hub.Id, Host.Now());
        });
        Assert.Equal(4, (await ListAsync(null)).Total);
    }

    [Fact]
    public async Task Every_column_sorts_in_both_directions_and_every_step_is_one()
    {
        var columns = Host.Get<ProgressColumns>().All;
        // What only the file has is sorted there.
        Assert.All(columns, column => Assert.Equal(column.Place != ColumnPlace.File, column.Sorts));
        Assert.Equal(IntegrationSteps.All.Count + 8, columns.Count);
        foreach (var sort in columns.Where(column => column.Sorts).SelectMany(column => new[] { column.Key, $"-{column.Key}" }))
            Assert.Equal(5, (await Host.Get<ListIntegration>().HandleAsync(new(null, 1, sort), _hub, default)).Value.Items.Count);
    }

    [Fact]
    public async Task The_file_has_the_columns_of_the_list_and_only_the_rows_that_were_selected()
    {
        await Host.AppointAsync(HubRole.Auditor, await Host.AccountAsync("auditor@example.org"));
        using var client = await Host.SignedInAsync("auditor@example.org");
        var chosen = await NppoOfAsync("DZ");

        var file = await client.GetStringAsync(new Uri($"/hub/integration.csv?chosen={chosen.Id:N}", UriKind.Relative));
        var found = await client.GetStringAsync(new Uri("/hub/integration.csv?search=emirates", UriKind.Relative));

        Assert.Equal(string.Join(',', Host.Get<ProgressColumns>().All.Select(column => column.Label)),
            file.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n')[0]);
        Assert.Contains("Algeria", file, StringComparison.Ordinal);
        Assert.Equal(2, file.Trim().Split('\n').Length);
        Assert.Contains("United Arab Emirates", found, StringComparison.Ordinal);
        Assert.Equal(2, found.Trim().Split('\n').Length);
    }

    private Task<Nppo> NppoOfAsync(string country) =>
        Host.StoreAsync(db => db.Set<Nppo>().AsNoTracking().SingleAsync(nppo => nppo.CountryCode == country));

    private async Task<PageOf<NppoProgress>> ListAsync(string? search, int number = 1) =>
        (await Host.Get<ListIntegration>().HandleAsync(new(search, number), _hub, default)).Value;
}

public sealed class ListIntegrationOnSqlite() : ListIntegrationTests(DatabaseKind.Sqlite);

public sealed class ListIntegrationOnPostgreSql() : ListIntegrationTests(DatabaseKind.PostgreSql);
