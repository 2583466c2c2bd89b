using Ephyto.AdminConsole.Features.Registrations.Register.Drafts;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register.Drafts;

public sealed class DraftStoreOnSqlite() : DraftStoreTests(DatabaseKind.Sqlite);

public sealed class DraftStoreOnPostgreSql() : DraftStoreTests(DatabaseKind.PostgreSql);

public abstract class DraftStoreTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private DraftStore Drafts => Host.Get<DraftStore>();

    [Fact]
    public async Task Nothing_typed_leaves_no_row()
    {
        Assert.Null(await Drafts.LoadAsync("a", CancellationToken.None));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task What_is_typed_is_in_the_store_half_a_second_later()
    {
        var first = Drafts.PutAsync("a", "FamilyName", "K");
        var second = Drafts.PutAsync("a", "FamilyName", "Koné");
        await WrittenAsync(first, second);

        Assert.True(DraftStore.Pause <= TimeSpan.FromMilliseconds(500));
        Assert.True(await first && await second);
        Assert.Equal("Koné", (await AfterRestartAsync("a"))["FamilyName"]);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task What_is_not_written_yet_is_seen_already()
    {
        _ = Drafts.PutAsync("a", "Country", "CI");

        Assert.Equal("CI", (await Drafts.LoadAsync("a", CancellationToken.None))!.Values["Country"]);
        Assert.Null(await Drafts.LoadAsync("b", CancellationToken.None));
        await Settle();
    }

    [Fact]
    public async Task Two_tabs_keep_each_others_answers()
    {
        await WrittenAsync(Drafts.PutAsync("a", "Country", "CI"));
        await WrittenAsync(Drafts.PutAsync("a", "FamilyName", "Koné"));

        var kept = await AfterRestartAsync("a");
        Assert.Equal(("CI", "Koné"), (kept["Country"], kept["FamilyName"]));
    }

    [Theory]
    [InlineData("\0\u0001\u001f")]
    [InlineData("\u202E<script>alert(1)</script>'\"; DROP TABLE")]
    [InlineData("😀 植物 مرحبا")]
    public async Task Any_text_comes_back_as_it_was_typed(string text)
    {
        await WrittenAsync(Drafts.PutAsync("a", "Address", text));

        Assert.Equal(text, (await AfterRestartAsync("a"))["Address"]);
    }

    [Fact]
    public async Task A_form_that_is_forgotten_is_gone()
    {
        await WrittenAsync(Drafts.PutAsync("a", "Country", "CI"), Drafts.PutAsync("b", "Country", "GH"));

        await Drafts.ForgetAsync("a", CancellationToken.None);

        Assert.Null(await Drafts.LoadAsync("a", CancellationToken.None));
        Assert.NotNull(await Drafts.LoadAsync("b", CancellationToken.None));
    }

    [Fact]
    public async Task Forms_nobody_came_back_to_are_removed_after_thirty_days()
    {
        await WrittenAsync(Drafts.PutAsync("old", "Country", "CI"));
        Host.Time.Advance(TimeSpan.FromDays(20));
        await WrittenAsync(Drafts.PutAsync("new", "Country", "GH"));
        var cleaner = Host.Get<DraftCleaner>();

        Assert.Equal(0, await cleaner.CleanAsync(CancellationToken.None));
        Host.Time.Advance(TimeSpan.FromDays(11));
        Assert.Equal(1, await cleaner.CleanAsync(CancellationToken.None));
        Assert.NotNull(await Drafts.LoadAsync("new", CancellationToken.None));
    }

    private Task<int> CountAsync() => Host.StoreAsync(db => db.Set<RegistrationDraft>().CountAsync());

    private async Task<Dictionary<string, string>> AfterRestartAsync(string key) =>
        (await Host.StoreAsync(db => db.Set<RegistrationDraft>().AsNoTracking().SingleAsync(draft => draft.Key == key))).Read();

    private async Task Settle() => await WrittenAsync(Drafts.WrittenAsync("a"));

    /// <summary>Lets the clock run on until the writer has done its work.</summary>
    private Task WrittenAsync(params Task<bool>[] writes) => Eventually.TrueAsync(
        () =>
        {
            Host.Time.Advance(DraftStore.Pause);
            return writes.All(write => write.IsCompleted);
        },
        "what was typed to be in the store");
}
