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
    [InlineData(RegistrationSort.Submitted, true, "BO,CI,VN")]
    [InlineData(RegistrationSort.Submitted, false, "VN,CI,BO")]
    [InlineData(RegistrationSort.Reference, true, "BO,CI,VN")]
    [InlineData(RegistrationSort.Reference, false, "VN,CI,BO")]
    [InlineData(RegistrationSort.State, true, "CI,VN,BO")]
    [InlineData(RegistrationSort.State, false, "VN,BO,CI")]
    public async Task The_order_is_the_one_asked_for(RegistrationSort sort, bool ascending, string expected)
    {
        var escalated = SubmittedAt("CI", 2);
        escalated.VerifyEmail(null, RegistrationPolicy.Default, Host.Now());
        await Host.AddAsync(SubmittedAt("BO", 3), escalated, SubmittedAt("VN", 1));

        var page = (await Host.Get<ListRegistrations>().HandleAsync(new(null, null, false, 1, Sort: sort, Ascending: ascending), _reader, default)).Value;

        Assert.Equal(expected, string.Join(',', page.Items.Select(row => row.CountryCode)));
    }

    [Fact]
    public async Task The_file_holds_every_row_of_the_filter_and_no_formula()
    {
        var account = await Host.AccountAsync("auditor@example.org");
        await Host.AppointAsync(HubRole.Auditor, account);
        await Host.AddAsync(Host.Submitted("BO", "=HYPERLINK(\"http://example.org\")"), Host.Submitted("VN"));
        using var client = Host.CreateClient();
        using var signedIn = await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", account.Email!), ("Form.Password", Given.Password));

        var file = await client.GetStringAsync(new Uri("/hub/registrations.csv?search=bolivia&sort=reference", UriKind.Relative), CancellationToken.None);

        Assert.Contains("'=HYPERLINK", file, StringComparison.Ordinal);
        Assert.Equal(2, file.Trim().Split('\n').Length);
    }

    private static ListRegistrationsRequest OfAge(RegistrationAge age) => new(null, null, false, 1, Age: age);

    private Registration SubmittedAt(string country, int daysAgo) => Registration.Submit(
        country, new OrganizationDetails("Service", "", "Street 1", "", ExchangeSystem.NationalSystem), Given.Awa with { Email = $"{country}@example.org".ToLowerInvariant() },
        RegistrationPolicy.Default, Host.Now().AddDays(-daysAgo).AddMinutes(-1));

    private async Task<IEnumerable<string>> CountriesAsync(ListRegistrationsRequest request) =>
        (await Host.Get<ListRegistrations>().HandleAsync(request, _reader, default)).Value.Items.Select(row => row.CountryCode).Order(StringComparer.Ordinal);
}

public sealed class RegistrationFilterOnSqlite() : RegistrationFilterTests(DatabaseKind.Sqlite);

public sealed class RegistrationFilterOnPostgreSql() : RegistrationFilterTests(DatabaseKind.PostgreSql);
