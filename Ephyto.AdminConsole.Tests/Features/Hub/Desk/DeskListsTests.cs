using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Hub.Desk.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Hub.Desk;

/// <summary>What the desk lists: pages, filters, and what needs a person.</summary>
public abstract class DeskListsTests(DatabaseKind kind) : UseCaseTests(kind)
{
    public static TheoryData<string> Hostile =>
        ["%", "_", "'; DROP TABLE \"Registrations\"; --", "\0", "\\", "[aaa-zzz]%", new string('x', 5000), "\uD83D", "😀😀", "   "];

    [Theory]
    [InlineData("bo-")]
    [InlineData("BOLIVIA")]
    [InlineData("Bolivie")]
    [InlineData("Боливия")]
    [InlineData("bol")]
    [InlineData("sanidad")]
    [InlineData("representative.bo@")]
    public async Task A_registration_is_found_by_what_a_person_types(string text)
    {
        await Host.AddAsync(Host.Submitted("BO", "Sanidad Agropecuaria"), Host.Submitted("VN", "Plant Protection Department"));

        Assert.Equal("BO", Assert.Single((await ListAsync(new(text, null, false, 1))).Items).CountryCode);
    }

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_hostile_filter_finds_nothing_and_breaks_nothing(string text)
    {
        await Host.AddAsync(Host.Submitted("BO"), Host.Submitted("VN"));

        var found = await ListAsync(new(text, null, false, int.MinValue));

        Assert.Equal(FreeText.Clean(text) is null ? 2 : 0, found.Total);
    }

    [Fact]
    public async Task The_state_filters()
    {
        var withdrawn = Host.Submitted("BO");
        await Host.AddAsync(withdrawn);
        await Host.ChangeAsync(withdrawn, r => r.Withdraw(null, Host.Now()));
        await Host.AddAsync(Host.Submitted("BO"), Host.Escalated("VN"));

        Assert.Equal("VN", Assert.Single((await ListAsync(new(null, RegistrationStatus.Escalated, false, 1))).Items).CountryCode);
        Assert.Equal("VN", Assert.Single((await ListAsync(new(null, null, true, 1))).Items).CountryCode);
        Assert.Equal("BO", Assert.Single((await ListAsync(new(null, RegistrationStatus.Submitted, false, 1))).Items).CountryCode);
        Assert.Equal(1, (await ListAsync(new("bolivia", RegistrationStatus.Withdrawn, false, 1))).Total);
    }

    [Fact]
    public async Task More_than_ten_thousand_registrations_come_one_page_at_a_time()
    {
        var closed = Host.Submitted("BO");
        await Host.AddAsync(closed);
        await Host.ChangeAsync(closed, r => r.Withdraw(null, Host.Now()));
        await CopyAsync(10_100);

        var first = await ListAsync(new(null, null, false, 1));
        Assert.Equal((Paging.Size + Paging.CountedAhead, true, Paging.Size), (first.Total, first.IsMore, first.Items.Count));
        var last = await ListAsync(new(null, null, false, int.MaxValue));

        Assert.Equal((10_100, 404, Paging.Size, false), (last.Total, last.Number, last.Items.Count, last.IsMore));
        Assert.Equal(Paging.Size, (await ListAsync(new("ser", null, false, 3))).Items.Count);
        Assert.Equal(1, (await ListAsync(new(null, null, false, -7))).Number);
    }

    [Fact]
    public async Task Who_has_no_role_in_the_hub_sees_nothing()
    {
        foreach (var outsider in new[] { Actor.Anonymous, Actor.User(Guid.NewGuid()), Actor.System })
        {
            Assert.Equal(AccessErrors.NotAllowed,
                (await Host.Get<ListRegistrations>().HandleAsync(new(null, null, false, 1), outsider, default)).Error);
            Assert.Equal(AccessErrors.NotAllowed, (await Host.Get<ViewDesk>().HandleAsync(outsider, default)).Error);
            Assert.Equal(AccessErrors.NotAllowed,
                (await Host.Get<ViewRegistrationDossier>().HandleAsync(Guid.NewGuid(), outsider, default)).Error);
        }
    }

    private async Task<PageOf<RegistrationListRow>> ListAsync(ListRegistrationsRequest request)
    {
        _reader ??= await Host.AppointAsync(HubRole.Auditor, "Reader");
        return (await Host.Get<ListRegistrations>().HandleAsync(request, _reader, default)).Value;
    }

    // Copies inside the database: what follows from ten thousand events is not what is tested here.
    private Task<int> CopyAsync(int wanted) => Host.StoreAsync(async db =>
    {
        var columns = db.Model.FindEntityType(typeof(Registration))!.GetTableMappings().Single().Table.Columns.Select(c => c.Name).ToList();
        var random = db.Database.IsNpgsql() ? "gen_random_uuid()" : "upper(hex(randomblob(16)))";
        var values =
            columns.Select(
                c => c switch { "Id" => random, "Reference" => $"'BO-' || substr(CAST({random} AS text), 1, 26)", _ => $"\"{c}\"" });
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        var copy = $"INSERT INTO \"Registrations\" ({names}) SELECT {string.Join(", ", values)} FROM \"Registrations\" LIMIT {{0}}";
        for (var count = 1; count < wanted;)
            count += await db.Database.ExecuteSqlRawAsync(copy, Math.Min(count, wanted - count));
        await db.Database.ExecuteSqlRawAsync(
            "INSERT INTO \"SearchWords\" (\"Kind\", \"Word\", \"SubjectId\") SELECT 'registration', 'service', \"Id\" FROM "
                + "\"Registrations\" WHERE true ON CONFLICT DO NOTHING");
        return wanted;
    });

    private Actor? _reader;
}

public sealed class DeskListsOnSqlite() : DeskListsTests(DatabaseKind.Sqlite);

public sealed class DeskListsOnPostgreSql() : DeskListsTests(DatabaseKind.PostgreSql);
