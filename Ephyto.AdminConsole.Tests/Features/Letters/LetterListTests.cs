using System.Globalization;
using Ephyto.AdminConsole.Features.Letters.Components;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Letters;

/// <summary>The lists of letters, of the hub and of an organization: their orders, their pages and their files.</summary>
public abstract class LetterListTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _officer = Actor.Anonymous;
    private ParticipationLetter _first = null!;
    private ParticipationLetter _second = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        (_nppo, _boss) = await Host.OrganizationAsync("CI");
        var (kenya, other) = await Host.OrganizationAsync("KE");
        _first = await Host.IssuedLetterAsync(_nppo, _boss, _officer, "Zoll");
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        _second = await Host.IssuedLetterAsync(kenya, other, _officer, "Arrivals");
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        await Host.Get<WithdrawLetter>().HandleAsync(new(_second.Id, "Wrong name"), _officer, default);
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await Host.AskAsync(_nppo, _boss, "Middle")).IsSuccess);
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await Host.AskAsync(kenya, other, null)).IsSuccess);
    }

    [Theory]
    [InlineData(null, "CI asked,KE asked,KE 2,CI 1")]
    [InlineData("nonsense", "CI asked,KE asked,KE 2,CI 1")]
    [InlineData("country", "CI asked,CI 1,KE asked,KE 2")]
    [InlineData("state", "KE asked,CI asked,CI 1,KE 2")]
    [InlineData("-state", "KE 2,CI 1,KE asked,CI asked")]
    [InlineData("-number", "KE 2,CI 1,KE asked,CI asked")]
    [InlineData("-issued", "KE 2,CI 1,KE asked,CI asked")]
    [InlineData("requested", "CI 1,KE 2,CI asked,KE asked")]
    [InlineData("-addressee", "CI 1,CI asked,KE 2,KE asked")]
    public async Task The_desk_sorts_by_what_it_looks_for_and_sees_first_what_waits(string? sort, string expected)
    {
        var rows = (await Host.Get<ListLetters>().HandleAsync(new(null, null, 1, sort), _officer, default)).Value.Items;

        Assert.Equal(expected, string.Join(',', rows.Select(row => Named(row.Letter))));
    }

    [Theory]
    [InlineData(null, "CI asked,CI 1")]
    [InlineData("letter", "CI asked,CI 1")]
    [InlineData("-letter", "CI 1,CI asked")]
    [InlineData("-addressee", "CI 1,CI asked")]
    [InlineData("state", "CI asked,CI 1")]
    public async Task An_organization_sorts_its_own(string? sort, string expected)
    {
        var rows = (await Host.Get<ListOwnLetters>().HandleAsync(new(_nppo, 1, sort), _boss, default)).Value.Page.Items;

        Assert.Equal(expected, string.Join(',', rows.Select(Named)));
    }

    [Theory]
    [InlineData("zOl", "CI 1")]
    [InlineData("0001", "CI 1")]
    [InlineData("mid", "CI asked")]
    [InlineData("Arrivals", "")]
    public async Task An_organization_searches_its_own_by_number_and_addressee(string search, string expected)
    {
        var list = (await Host.Get<ListOwnLetters>().HandleAsync(new(_nppo, 1, Search: search), _boss, default)).Value;
        var file = (await Host.Get<ExportOwnLetters>().HandleAsync(new(_nppo, Search: search), _boss, default)).Value;

        Assert.Equal(expected, string.Join(',', list.Page.Items.Select(Named)));
        Assert.Equal(expected, string.Join(',', file.Select(Named)));
        Assert.True(list.HasAny);
    }

    [Fact]
    public async Task Every_column_that_sorts_does_so_in_both_directions()
    {
        foreach (var key in Host.Get<LetterColumns>().All.Where(column => column.Sorts).Select(column => column.Key))
        {
            foreach (var sort in new[] { key, $"-{key}" })
                Assert.Equal(4, (await Host.Get<ListLetters>().HandleAsync(new(null, null, 1, sort), _officer, default)).Value.Items.Count);
        }

        foreach (var key in Host.Get<OwnLetterColumns>().All.Where(column => column.Sorts).Select(column => column.Key))
        {
            foreach (var sort in new[] { key, $"-{key}" })
                Assert.Equal(2, (await Host.Get<ListOwnLetters>().HandleAsync(new(_nppo, 1, sort), _boss, default)).Value.Page.Items.Count);
        }

        Assert.Equal(10, Host.Get<LetterColumns>().All.Count(column => column.Sorts));
        Assert.Equal(6, Host.Get<OwnLetterColumns>().All.Count(column => column.Sorts));
    }

    [Fact]
    public async Task A_page_has_as_many_rows_as_asked_for_and_the_last_one_is_found()
    {
        var nppo = await Host.StoreAsync(db => db.Set<Nppo>().AsNoTracking().SingleAsync(stored => stored.Id == _nppo));
        await Host.AddAsync([.. Enumerable.Range(0, 25).Select(_ =>
        {
            var letter = ParticipationLetter.Request(nppo, Languages.English, null, _boss, Host.Now()).Value;
            letter.Cancel(_boss, Host.Now());
            return letter;
        })]);

        var whole = (await Host.Get<ListLetters>().HandleAsync(new(null, null, 1, Size: 50), _officer, default)).Value;
        var last = (await Host.Get<ListLetters>().HandleAsync(new(null, null, int.MaxValue), _officer, default)).Value;

        Assert.Equal((29, 29), (whole.Items.Count, whole.Total));
        Assert.Equal((2, 4), (last.Number, last.Items.Count));
    }

    [Fact]
    public async Task The_files_have_the_columns_of_the_lists_and_only_the_rows_that_were_selected()
    {
        await Host.AppointAsync(HubRole.Auditor, await Host.AccountAsync("auditor@example.org"));
        using var hub = await Host.SignedInAsync("auditor@example.org");
        var file = await hub.GetStringAsync(new Uri($"/hub/letters.csv?sort=country&chosen={_first.Id:N},nonsense", UriKind.Relative));
        var filtered = await hub.GetStringAsync(new Uri("/hub/letters.csv?state=Withdrawn&sort=-country", UriKind.Relative));
        Assert.Equal(string.Join(',', Host.Get<LetterColumns>().All.Select(column => column.Label)),
            file.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n')[0]);
        Assert.Contains("EPH-2026-0001", file, StringComparison.Ordinal);
        Assert.DoesNotContain("EPH-2026-0002", file, StringComparison.Ordinal);
        Assert.Contains("EPH-2026-0002", filtered, StringComparison.Ordinal);
        Assert.DoesNotContain("EPH-2026-0001", filtered, StringComparison.Ordinal);

        using var member = await Host.SignedInAsync("boss.ci@example.org");
        var own = await member.GetStringAsync(
            new Uri($"/nppo/letters.csv?nppo={_nppo}&sort=letter&chosen={_first.Id:N},{_second.Id:N}", UriKind.Relative));
        Assert.Contains("EPH-2026-0001", own, StringComparison.Ordinal);
        Assert.Contains("Zoll", own, StringComparison.Ordinal);
        Assert.DoesNotContain("EPH-2026-0002", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Middle", own, StringComparison.Ordinal);
    }

    private static string Named(ParticipationLetter letter) =>
        $"{letter.CountryCode} {letter.NumberOrdinal?.ToString(CultureInfo.InvariantCulture) ?? "asked"}";
}

public sealed class LetterListsOnSqlite() : LetterListTests(DatabaseKind.Sqlite);

public sealed class LetterListsOnPostgreSql() : LetterListTests(DatabaseKind.PostgreSql);
