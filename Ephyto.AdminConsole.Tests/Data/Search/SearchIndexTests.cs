using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Data.Search;

/// <summary>The index of words: written with the thing, made up for what is older, and found by in one way on both databases.</summary>
public abstract class SearchIndexTests(DatabaseKind kind) : UseCaseTests(kind)
{
    [Theory]
    [InlineData("service kovac")]
    [InlineData("KOVAČ")]
    [InlineData("mara kov")]
    [InlineData("m.kovac@npp")]
    [InlineData("bolivie")]
    [InlineData("بوليفيا")]
    [InlineData("bolivia kovac")]
    [InlineData("动植物")]
    [InlineData("bolivia state")]
    [InlineData("维亚")]
    public async Task Found_by_the_beginnings_of_words(string typed)
    {
        await Host.AddAsync(Made("BO", "Service de la quarantaine 国家动植物检疫局", "Mara", "Kovač", "m.kovac@npp.gov.bo"),
            Made("VN", "Department", "Lan", "Nguyễn", "lan@example.org"));

        Assert.Equal(["BO"], await FoundAsync(typed));
    }

    [Theory]
    [InlineData("ovac")]
    [InlineData("kovac vietnam")]
    [InlineData("=bo")]
    [InlineData("rgentina")]
    [InlineData("%")]
    [InlineData("'; DROP TABLE \"SearchWords\"; --")]
    public async Task Not_found_by_what_no_word_begins_with(string typed)
    {
        await Host.AddAsync(Made("AR", "Servicio", "Mara", "Kovač", "m.kovac@npp.gov.ar"));

        Assert.Empty(await FoundAsync(typed));
        Assert.Equal(["AR"], await FoundAsync(" "));
    }

    [Fact]
    public async Task Words_that_nearly_every_one_has_narrow_nothing_away()
    {
        await Host.StoreAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, 1100)
                .Select(number =>
                    new SearchWord { Kind = SubjectKinds.Registration, Word = $"plant{number}", SubjectId = Guid.CreateVersion7() }));
            return await db.SaveChangesAsync();
        });
        await Host.AddAsync(Made("BO", "Plant Health", "Mara", "Kovač", "m@example.org"),
            Made("VN", "Plant Protection", "Lan", "Nguyễn", "lan@example.org"));

        Assert.Equal(["BO", "VN"], await FoundAsync("plant"));
        Assert.Equal(["VN"], await FoundAsync("plant lan"));
        Assert.Equal(["BO"], await FoundAsync("plant bolivia"));
    }

    [Fact]
    public async Task A_save_that_failed_leaves_no_words_and_may_be_tried_again()
    {
        await Host.AddAsync(Verified(Made("BO", "First", "Mara", "Kovač", "m@example.org")));
        var second = Verified(Made("BO", "Second", "Lan", "Nguyễn", "lan@example.org"));

        await Host.StoreAsync(async db =>
        {
            db.Add(second);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            Assert.Empty(db.ChangeTracker.Entries<SearchWord>());
            await db.Set<Registration>().Where(r => r.Id != second.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.OpenCountryCode, (string?)null));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(["BO"], await FoundAsync("second"));
    }

    [Fact]
    public async Task What_is_older_than_the_index_is_found_after_a_start_of_two_nodes()
    {
        await Host.AddAsync(
            [.. new[] { "AD", "AG", "BB", "BZ" }.Select(code => Made(code, "Old service", "Mara", "Kovač", "m@example.org"))]);
        await Host.StoreAsync(db => db.Set<SearchWord>().ExecuteDeleteAsync());
        Assert.Empty(await FoundAsync("old"));

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Host.StoreAsync(async db =>
        {
            await new SearchWordsOfOldRows(Host.Get<IDbContextFactory<ConsoleDbContext>>()).CompleteAsync(db, default);
            return true;
        }))));

        Assert.Equal(["AD", "AG", "BB", "BZ"], await FoundAsync("old"));
        Assert.Empty(
            await Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(mail => !db.Set<SearchWord>().Any(word => word.SubjectId == mail.Id))
                .ToListAsync()));
    }

    private Registration Made(string country, string organization, string given, string family, string email) => Registration.Submit(
        country, new OrganizationDetails(organization, "", "Street 1", "", ExchangeSystem.NationalSystem),
        new Representative("", given, family, "Head", email, "", "en"),
        RegistrationPolicy.Default, Host.Now().AddMinutes(-1));

    /// <summary>Of a country the store takes one such registration.</summary>
    private Registration Verified(Registration registration)
    {
        Assert.True(registration.VerifyEmail(null, RegistrationPolicy.Default, Host.Now()).IsSuccess);
        return registration;
    }

    private Task<List<string>> FoundAsync(string typed) => Host.StoreAsync(async db =>
    {
        var found = await db.Set<Registration>()
            .FoundByAsync(db, SubjectKinds.Registration, typed, Host.Get<CountryCatalogue>().CodesWithWord, default);
        return await found.Select(r => r.CountryCode).OrderBy(code => code).ToListAsync();
    });
}

public sealed class SearchIndexOnSqlite() : SearchIndexTests(DatabaseKind.Sqlite);

public sealed class SearchIndexOnPostgreSql() : SearchIndexTests(DatabaseKind.PostgreSql);
