using Ephyto.AdminConsole.Features.Registrations.Register.UseCases;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.UseCases;

public sealed class LookUpCountryOnSqlite() : LookUpCountryTests(DatabaseKind.Sqlite);

public sealed class LookUpCountryOnPostgreSql() : LookUpCountryTests(DatabaseKind.PostgreSql);

public abstract class LookUpCountryTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private DateTime Now => Host.Time.GetUtcNow().UtcDateTime;

    [Theory]
    [InlineData(ContactPointKind.OfficialContactPoint)]
    [InlineData(ContactPointKind.LocalContact)]
    public async Task The_contact_on_file_is_shown_masked(ContactPointKind contactKind)
    {
        await Host.AddAsync(Contact("CI", contactKind, "marie.exemple@plants.gouv.example"));

        var prospect = await LookUpAsync("CI");

        Assert.Equal(new CountryProspect("CI", CountryOutlook.ContactOnFile, contactKind, "m•••@•••.gouv.example"), prospect);
        Assert.True(prospect.MayRegister);
    }

    [Fact]
    public async Task A_contact_that_ended_is_not_asked()
    {
        var contact = Contact("CI", ContactPointKind.OfficialContactPoint, "old@plants.gouv.example");
        contact.End(Actor.System, Now);
        await Host.AddAsync(contact);

        Assert.Equal(new CountryProspect("CI", CountryOutlook.NobodyOnFile), await LookUpAsync("CI"));
    }

    [Fact]
    public async Task A_verified_registration_stands_in_the_way_until_it_is_closed()
    {
        await Host.AddAsync(Answers.Registration("CI", Now));
        Assert.True((await LookUpAsync("CI")).MayRegister);
        var registration = Answers.Verified("CI", Now);
        await Host.AddAsync(registration);

        var prospect = await LookUpAsync("CI");
        Assert.Equal(CountryOutlook.AlreadyOpen, prospect.Outlook);
        Assert.False(prospect.MayRegister);
        Assert.Equal(CountryOutlook.NobodyOnFile, (await LookUpAsync("GH")).Outlook);

        await Host.StoreAsync(async db =>
        {
            var stored = await db.FindAsync<Domain.Registrations.Registration>(registration.Id);
            stored!.Withdraw(null, Now);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(CountryOutlook.NobodyOnFile, (await LookUpAsync("CI")).Outlook);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_administrator_who_is_there_is_the_one_to_ask(bool activated)
    {
        await Host.AddAsync(Answers.Nppo("CI", activated, Now));

        Assert.Equal(activated ? CountryOutlook.HasAdministrator : CountryOutlook.NobodyOnFile, (await LookUpAsync("CI")).Outlook);
    }

    private static ContactPoint Contact(string country, ContactPointKind kind, string email) => ContactPoint.Enter(
        country, new ContactPointDetails(kind, "", "Marie", "Exemple", "", "", "", "", email, "fr"), Actor.System,
        new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    private async Task<CountryProspect> LookUpAsync(string code) =>
        (await Host.Get<LookUpCountry>().HandleAsync(new LookUpCountryRequest(code), Actor.Anonymous, CancellationToken.None)).Value;
}
