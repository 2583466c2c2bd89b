using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Lists;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Components.Lists;

/// <summary>The views of lists that a person keeps: their own, few, and gone with them.</summary>
public abstract class SavedViewUseTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string List = "registrations";

    private SavedViewUse Use => Host.Get<SavedViewUse>();

    [Fact]
    public async Task A_person_keeps_views_of_a_list_and_nobody_else_has_them()
    {
        var (one, other) = (await PersonAsync("one@example.org"), await PersonAsync("other@example.org"));

        Assert.True((await Use.Keep.HandleAsync(new(List, "Open ones", "state=open"), one, default)).IsSuccess);
        Assert.True((await Use.Keep.HandleAsync(new(List, "Late ones", "age=OverTwoWeeks"), one, default)).IsSuccess);
        Assert.True((await Use.Keep.HandleAsync(new("outbox", "Failed", "state=Failed"), one, default)).IsSuccess);

        var kept = await Use.Views.HandleAsync(List, one, default);
        Assert.Equal(["Open ones", "Late ones"], kept.Select(view => view.Name));
        Assert.Empty(await Use.Views.HandleAsync(List, other, default));
        Assert.Empty(await Use.Views.HandleAsync(List, Actor.Anonymous, default));
        Assert.Equal(SavedViewErrors.Gone, (await Use.Rename.HandleAsync(new(List, kept[0].Id, "Mine"), other, default)).Error);
        foreach (var nobody in new[] { Actor.Anonymous, Actor.System, Actor.User(Guid.NewGuid()) })
            Assert.Equal(AccessErrors.NotAllowed, (await Use.Keep.HandleAsync(new(List, "Mine", ""), nobody, default)).Error);
    }

    [Fact]
    public async Task A_view_is_renamed_opened_first_and_deleted()
    {
        var person = await PersonAsync("one@example.org");
        Assert.True((await Use.Keep.HandleAsync(new(List, "Open ones", "state=open"), person, default)).IsSuccess);
        var view = Assert.Single(await Use.Views.HandleAsync(List, person, default));

        Assert.True((await Use.Rename.HandleAsync(new(List, view.Id, "Under way"), person, default)).IsSuccess);
        Assert.True((await Use.OpenFirst.HandleAsync(new(List, view.Id), person, default)).IsSuccess);
        Assert.Equal(view with { Name = "Under way", OpensFirst = true },
            Assert.Single(await Use.Views.HandleAsync(List, person, default)));

        Assert.True((await Use.Remove.HandleAsync(new(List, view.Id), person, default)).IsSuccess);
        Assert.Empty(await Use.Views.HandleAsync(List, person, default));
    }

    [Fact]
    public async Task Of_many_saves_at_once_each_is_kept_or_refused_and_none_beyond_twenty()
    {
        var person = await PersonAsync("one@example.org");

        var outcomes = await Task.WhenAll(Enumerable.Range(1, SavedViews.Most + 10)
            .Select(number => Use.Keep.HandleAsync(new(List, $"View {number}", ""), person, default)));

        var kept = await Use.Views.HandleAsync(List, person, default);
        Assert.Equal(outcomes.Count(outcome => outcome.IsSuccess), kept.Count);
        Assert.InRange(kept.Count, 1, SavedViews.Most);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<SavedViews>().CountAsync()));
    }

    [Fact]
    public async Task They_are_handed_over_with_the_persons_data_and_go_with_the_account()
    {
        var person = await PersonAsync("one@example.org");
        Assert.True((await Use.Keep.HandleAsync(new(List, "Ours in the north", "state=open"), person, default)).IsSuccess);

        Assert.Contains("Ours in the north",
            System.Text.Encoding.UTF8.GetString((await Host.Get<DownloadMyData>().HandleAsync(person, default)).Value),
            StringComparison.Ordinal);
        using var client = await Host.SignedInAsync("one@example.org");
        using var erased = await client.SendFormAsync("/account/manage/data/erase", "erase", ("Form.Password", Given.Password));

        Assert.Equal(0, await Host.StoreAsync(db => db.Set<SavedViews>().CountAsync()));
    }

    private async Task<Actor> PersonAsync(string email) => Actor.User((await Host.AccountAsync(email)).Id);
}

public sealed class SavedViewUseOnSqlite() : SavedViewUseTests(DatabaseKind.Sqlite);

public sealed class SavedViewUseOnPostgreSql() : SavedViewUseTests(DatabaseKind.PostgreSql);
