using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Data.Search;

public abstract partial class SearchOfNamesTests
{
    [Fact]
    public async Task What_a_node_of_an_earlier_console_writes_is_found_at_once_and_sorted_once_the_words_follow()
    {
        await AddNamedAsync();
        await AsBeforeAsync();
        await BothAreAsync(["Élodie", "elodie a", "ELODIE B"], "élodie");
        await RenameAsync("Élodie", "Жанна");
        await BothAreAsync(["elodie a", "ELODIE B"], "élodie");
        await BothAreAsync(["Жанна"], "жанна");
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(StartAsync)));
        await NoneIsOutOfDateAsync();

        await RenameAsync("Жанна", "Aïda");
        await BothAreAsync(["Aïda"], "aida");
        await BothAreAsync([], "жанна");
        await Host.Get<SearchWordsOfOldRows>().FollowAsync(CancellationToken.None);
        await NoneIsOutOfDateAsync();
        Assert.Equal("Aïda", (await MembersAsync(null)).First(name => name == "Aïda" || Names.Contains(name)));
        await BothAreAsync(["Aïda"], "aida");
        Assert.Empty(await Host.StoreAsync(db => db.Set<SearchWord>().Where(w => w.Word == "жанна").ToListAsync()));

        async Task BothAreAsync(string[] names, string typed)
        {
            Assert.Equal(names.Order(), (await MembersAsync(typed)).Order());
            Assert.Equal(names.Order(), (await HubUsersAsync(typed)).Order());
            Assert.Equal(names.Order(), (await AccountsAsync(typed)).Order());
            Assert.Equal(names.Order(), (await NpposAsync(typed)).Order());
        }
    }

    // Tables of an earlier console hold no words, and its nodes know none of the columns.
    private Task<int> AsBeforeAsync() => Host.StoreAsync(async db =>
    {
        await db.Set<SearchWord>().ExecuteDeleteAsync();
        await ForgetAsync(db.Set<Member>());
        await ForgetAsync(db.Set<HubUser>());
        await ForgetAsync(db.Set<Nppo>());
        return await ForgetAsync(db.Users);

        static Task<int> ForgetAsync<T>(IQueryable<T> rows) => rows.ExecuteUpdateAsync(set => set
            .SetProperty(row => EF.Property<string>(row!, FollowedTexts.Texts), "")
            .SetProperty(row => EF.Property<string>(row!, FollowedTexts.NameOrder), ""));
    });

    private Task<int> RenameAsync(string before, string after) => Host.StoreAsync(async db =>
    {
        await db.Set<Member>().Where(m => m.Person.GivenName == before)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Person.GivenName, after));
        await db.Set<HubUser>().Where(u => u.DisplayName == before).ExecuteUpdateAsync(set => set.SetProperty(u => u.DisplayName, after));
        await db.Set<Nppo>().Where(n => n.Organization.Name == before)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.Organization.Name, after));
        return await db.Users.Where(u => u.DisplayName == before).ExecuteUpdateAsync(set => set.SetProperty(u => u.DisplayName, after));
    });

    private Task<bool> StartAsync() => Host.StoreAsync(async db =>
    {
        await Host.Services.GetServices<IStoreCompletion>().OfType<SearchWordsOfOldRows>().Single()
            .CompleteAsync(db, CancellationToken.None);
        return true;
    });

    private Task<bool> NoneIsOutOfDateAsync() => Host.StoreAsync(async db =>
    {
        Assert.Equal(0, await db.Set<Member>().CountAsync(FollowedTexts.AreOutOfDate<Member>()!));
        Assert.Equal(0, await db.Set<HubUser>().CountAsync(FollowedTexts.AreOutOfDate<HubUser>()!));
        Assert.Equal(0, await db.Set<Nppo>().CountAsync(FollowedTexts.AreOutOfDate<Nppo>()!));
        Assert.Equal(0, await db.Users.CountAsync(FollowedTexts.AreOutOfDate<ConsoleUser>()!));
        return true;
    });
}
