using System.Globalization;
using Ephyto.AdminConsole.Features.Registrations.Staff.Components;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Field.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Staff;

/// <summary>The desk's list of registrations: every filter and every order is the server's.</summary>
public abstract class RegistrationFilterTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Actor _reader = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _reader = await Host.AppointAsync(HubRole.Auditor, "Reader");
    }

    [Fact]
    public async Task The_region_is_that_of_the_country()
    {
        await Host.AddAsync(Host.Submitted("BO"), Host.Submitted("VN"), Host.Submitted("CI"), Host.Submitted("SN"));

        Assert.Equal(["CI", "SN"], await CountriesAsync(new(null, null, false, 1, Region: "Africa")));
        Assert.Empty(await CountriesAsync(new(null, null, false, 1, Region: "'; --")));
    }

    [Fact]
    public async Task The_age_counts_from_the_submission()
    {
        foreach (var (country, days) in new[] { ("BO", 40), ("VN", 20), ("CI", 10), ("SN", 3), ("PE", 0) })
            await Host.AddAsync(SubmittedAt(country, days));

        Assert.Equal(["PE"], await CountriesAsync(OfAge(RegistrationAge.UpToOneDay)));
        Assert.Equal(["PE", "SN"], await CountriesAsync(OfAge(RegistrationAge.UpToOneWeek)));
        Assert.Equal(["BO", "CI", "VN"], await CountriesAsync(OfAge(RegistrationAge.OverOneWeek)));
        Assert.Equal(["BO", "VN"], await CountriesAsync(OfAge(RegistrationAge.OverTwoWeeks)));
        Assert.Equal(["BO"], await CountriesAsync(OfAge(RegistrationAge.OverOneMonth)));
        Assert.Equal(["CI"], await CountriesAsync(OfAge(RegistrationAge.OneToTwoWeeks)));
        Assert.Equal(["VN"], await CountriesAsync(OfAge(RegistrationAge.TwoWeeksToOneMonth)));
    }

    [Fact]
    public async Task The_language_is_that_of_the_representative()
    {
        await Host.SubmittedAsync("CI", Given.Awa);
        await Host.AddAsync(Host.Submitted("BO"));

        Assert.Equal(["CI"], await CountriesAsync(new(null, null, false, 1, Language: "fr")));
    }

    [Fact]
    public async Task The_decision_and_the_month_of_the_submission_filter()
    {
        var (old, fresh) = (SubmittedAt("BO", 90), SubmittedAt("VN", 0));
        await Host.AddAsync(old, fresh);
        await Host.ChangeAsync(old, r => r.Withdraw(null, Host.Now().AddDays(-3)));

        Assert.Empty(await CountriesAsync(new(null, null, false, 1, Decided: DecidedWithin.OneDay)));
        Assert.Equal(["BO"], await CountriesAsync(new(null, null, false, 1, Decided: DecidedWithin.OneWeek)));
        var month = DateOnly.FromDateTime(old.SubmittedAt);
        Assert.Equal(["BO"], await CountriesAsync(new(null, null, false, 1, Month: new DateOnly(month.Year, month.Month, 1))));
    }

    [Theory]
    [InlineData("submitted", "BO,CI,VN")]
    [InlineData("-submitted", "VN,CI,BO")]
    [InlineData(null, "VN,CI,BO")]
    [InlineData("nonsense", "VN,CI,BO")]
    [InlineData("reference", "BO,CI,VN")]
    [InlineData("-reference", "VN,CI,BO")]
    [InlineData("state", "VN,BO,CI")]
    [InlineData("-state", "CI,VN,BO")]
    [InlineData("organization", "VN,CI,BO")]
    [InlineData("-email", "VN,CI,BO")]
    [InlineData("asked", "VN,CI,BO")]
    public async Task The_order_is_the_one_asked_for_and_that_of_a_state_is_its_place_in_the_field(string? sort, string expected)
    {
        var escalated = SubmittedAt("CI", 2);
        escalated.VerifyEmail(null, RegistrationPolicy.Default, Host.Now());
        await Host.AddAsync(SubmittedAt("BO", 3), escalated, SubmittedAt("VN", 1));

        Assert.Equal(expected, await OrderAsync(new(null, null, false, 1, Sort: sort)));
    }

    /// <summary>By the names that the reader sees: Germany is "Allemagne" in French.</summary>
    [Theory]
    [InlineData("en", "BO,DE,CH")]
    [InlineData("fr", "DE,BO,CH")]
    public async Task Countries_stand_in_the_order_of_their_names_in_the_readers_language(string language, string expected)
    {
        await Host.AddAsync(SubmittedAt("CH", 3), SubmittedAt("DE", 2), SubmittedAt("BO", 1));
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.Equal(expected, await OrderAsync(new(null, null, false, 1, Sort: "country")));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>The database says of each key whether it can sort by it.</summary>
    [Fact]
    public async Task Every_column_that_sorts_does_so_in_both_directions()
    {
        await Host.AddAsync(SubmittedAt("BO", 1), Host.Escalated("VN"));
        var columns = Host.Get<RegistrationColumns>().All;

        foreach (var column in columns.Where(column => column.Sorts))
        {
            var rises = await OrderAsync(new(null, null, false, 1, Sort: column.Key));
            var falls = await OrderAsync(new(null, null, false, 1, Sort: $"-{column.Key}"));
            Assert.True(rises.Length == "BO,VN".Length && falls.Length == rises.Length, column.Key);
        }

        Assert.True(columns.Count(column => column.Sorts) >= 13);
    }

    [Fact]
    public async Task A_page_has_as_many_rows_as_asked_for_and_the_last_one_is_found()
    {
        for (var number = 0; number < 27; number++) await Host.AddAsync(Host.Submitted(number % 2 == 0 ? "BO" : "VN"));

        var whole = (await Host.Get<ListRegistrations>().HandleAsync(new(null, null, false, 1, Size: 50), _reader, default)).Value;
        var last = (await Host.Get<ListRegistrations>().HandleAsync(new(null, null, false, int.MaxValue), _reader, default)).Value;

        Assert.Equal((27, 27), (whole.Items.Count, whole.Total));
        Assert.Equal((2, 2), (last.Number, last.Items.Count));
    }

    [Fact]
    public async Task The_file_holds_every_row_of_the_filter_and_no_formula()
    {
        var account = await Host.AccountAsync("auditor@example.org");
        await Host.AppointAsync(HubRole.Auditor, account);
        await Host.AddAsync(Host.Submitted("BO", "=HYPERLINK(\"http://example.org\")"), Host.Submitted("VN"));
        using var client = Host.CreateClient();
        using var signedIn = await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", account.Email!),
            ("Form.Password", Given.Password));

        var file = await client.GetStringAsync(new Uri("/hub/registrations.csv?search=bolivia&sort=reference", UriKind.Relative),
            CancellationToken.None);

        Assert.Contains("'=HYPERLINK", file, StringComparison.Ordinal);
        Assert.Equal(2, file.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task The_file_has_the_columns_of_the_list_and_only_the_rows_that_were_selected()
    {
        var (chosen, other) = (Host.Submitted("BO"), Host.Submitted("VN"));
        await Host.AddAsync(chosen, other);
        await Host.AppointAsync(HubRole.Auditor, await Host.AccountAsync("auditor@example.org"));
        using var client = await Host.SignedInAsync("auditor@example.org");

        var file = await client.GetStringAsync(
            new Uri($"/hub/registrations.csv?sort=reference&chosen={chosen.Id:N},nonsense", UriKind.Relative));
        var none = await client.GetStringAsync(new Uri("/hub/registrations.csv?chosen=", UriKind.Relative));

        Assert.Contains(chosen.Reference, file, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Reference, file, StringComparison.Ordinal);
        Assert.Equal(string.Join(',', Host.Get<RegistrationColumns>().All.Select(column => column.Label)), none.Trim('\uFEFF', '\r', '\n'));
    }

    private async Task<string> OrderAsync(ListRegistrationsRequest request) =>
        string.Join(',',
            (await Host.Get<ListRegistrations>().HandleAsync(request, _reader, default)).Value.Items.Select(row => row.CountryCode));

    private static ListRegistrationsRequest OfAge(RegistrationAge age) => new(null, null, false, 1, Age: age);

    private Registration SubmittedAt(string country, int daysAgo) => Registration.Submit(
        country, new OrganizationDetails("Service", "", "Street 1", "", ExchangeSystem.NationalSystem),
        Given.Awa with { Email = $"{country}@example.org".ToLowerInvariant() },
        RegistrationPolicy.Default, Host.Now().AddDays(-daysAgo).AddMinutes(-1));

    private async Task<IEnumerable<string>> CountriesAsync(ListRegistrationsRequest request) =>
        (await Host.Get<ListRegistrations>().HandleAsync(request, _reader, default)).Value.Items.Select(row => row.CountryCode)
            .Order(StringComparer.Ordinal);
}

public sealed class RegistrationFilterOnSqlite() : RegistrationFilterTests(DatabaseKind.Sqlite);

public sealed class RegistrationFilterOnPostgreSql() : RegistrationFilterTests(DatabaseKind.PostgreSql);
