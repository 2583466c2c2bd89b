using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Letters;

/// <summary>Officers who issue at the same instant: neither a gap in the numbers nor one given twice.</summary>
public abstract class LetterNumberingTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private static readonly string[] Countries = ["CI", "KE", "FR", "BR", "JP", "MA"];

    [Fact]
    public async Task Letters_issued_in_parallel_are_numbered_without_gap_or_duplicate()
    {
        Actor[] officers = [await Host.AppointAsync(HubRole.SecretariatOfficer, "One"),
            await Host.AppointAsync(HubRole.HubAdministrator, "Two")];
        List<Guid> requests = [];
        foreach (var country in Countries)
        {
            var (nppo, boss) = await Host.OrganizationAsync(country);
            requests.Add((await Host.AskAsync(nppo, boss)).Value);
        }

        // Both officers press the button on every request.
        var issued =
            await Task.WhenAll(requests.SelectMany(_ => officers, (request, officer) => Task.Run(() => Host.IssueAsync(request, officer))));

        Assert.Equal(Enumerable.Range(1, Countries.Length), issued.Where(one => one.IsSuccess).Select(one => one.Value.Ordinal).Order());
        Assert.All(issued.Where(one => !one.IsSuccess), one => Assert.Equal(LetterErrors.AlreadyIssued, one.Error));
        var stored = await Host.StoreAsync(db => db.Set<ParticipationLetter>().AsNoTracking().ToListAsync());
        Assert.Equal(Enumerable.Range(1, Countries.Length), stored.Select(letter => letter.NumberOrdinal!.Value).Order());
        Assert.Equal(Countries.Length, stored.Select(letter => letter.Code).Distinct().Count());
    }

    [Fact]
    public async Task A_letter_that_could_not_be_issued_takes_no_number()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var (nppo, boss) = await Host.OrganizationAsync("CI");
        var request = (await Host.AskAsync(nppo, boss)).Value;
        Assert.False((await Host.IssueAsync(request, officer, Ephyto.Domain.Nppos.NppoStatus.Live)).IsSuccess);

        Assert.Equal("EPH-2026-0001", (await Host.IssueAsync(request, officer)).Value.ToString());
    }
}

public sealed class LetterNumberingOnSqlite() : LetterNumberingTests(DatabaseKind.Sqlite);

public sealed class LetterNumberingOnPostgreSql() : LetterNumberingTests(DatabaseKind.PostgreSql);
