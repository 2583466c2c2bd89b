using System.Security.Cryptography;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Letters;

/// <summary>From the request of a member to the letter, its withdrawal and the list of the desk.</summary>
public abstract class LetterUseCaseTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _officer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _boss) = await Host.OrganizationAsync("CI");
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
    }

    [Fact]
    public async Task A_letter_is_issued_with_a_file_that_stays_the_same()
    {
        var letter = await Host.IssuedLetterAsync(_nppo, _boss, _officer);

        Assert.Equal(("EPH-2026-0001", LetterStatus.Issued, "CI"), (letter.Number.ToString(), letter.Status, letter.CountryCode));
        Assert.Equal(("Directorate of Plant Protection", NppoStatus.Onboarding), (letter.Facts!.OrganizationInEnglish, letter.Facts.State));
        var first = (await FetchAsync(letter.Id)).Value;
        await SetStateAsync(nppo => nppo.StartTesting(Actor.System, Host.Now()));
        var second = (await FetchAsync(letter.Id)).Value;
        Assert.Equal(("EPH-2026-0001-CI.pdf", letter.Sha256), (first.Name, Convert.ToHexStringLower(SHA256.HashData(first.Bytes))));
        Assert.Equal(first.Bytes, second.Bytes);
        var codes = await Host.StoreAsync(db => db.Set<AuditEntry>().Where(e => e.NppoId == _nppo && e.SubjectId == letter.Id)
            .OrderBy(e => e.Sequence).Select(e => e.Code).ToListAsync());
        Assert.Equal(["letter.requested", "letter.issued"], codes);
    }

    [Fact]
    public async Task A_preview_is_made_once_while_nothing_of_it_changes()
    {
        var id = (await Host.AskAsync(_nppo, _boss)).Value;
        var other = await Host.AppointAsync(HubRole.HubAdministrator, "Other");

        var first = await PreviewAsync(_officer);
        Assert.Same(first, await PreviewAsync(_officer));
        Assert.Same(first, await PreviewAsync(other));
        Host.Time.Advance(TimeSpan.FromDays(1));
        Assert.NotSame(first, await PreviewAsync(_officer));

        async Task<byte[]> PreviewAsync(Actor reader) =>
            (await Host.Get<PreviewLetter>().HandleAsync(id, reader, CancellationToken.None)).Value;
    }

    [Fact]
    public async Task The_numbers_begin_anew_each_year()
    {
        await Host.IssuedLetterAsync(_nppo, _boss, _officer);
        Assert.Equal("EPH-2026-0002", (await Host.IssuedLetterAsync(_nppo, _boss, _officer)).Number.ToString());
        Host.Time.Advance(TimeSpan.FromDays(365));

        Assert.Equal("EPH-2027-0001", (await Host.IssuedLetterAsync(_nppo, _boss, _officer)).Number.ToString());
    }

    [Fact]
    public async Task One_request_at_a_time_is_open_also_when_several_ask_at_the_same_instant()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Host.AskAsync(_nppo, _boss))));

        Assert.Single(asked, one => one.IsSuccess);
        Assert.All(asked.Where(one => !one.IsSuccess), one => Assert.Equal(LetterErrors.AlreadyRequested, one.Error));
        var cancelled = await Host.Get<CancelLetter>()
            .HandleAsync(new(_nppo, asked.Single(one => one.IsSuccess).Value), _boss, CancellationToken.None);
        Assert.Equal(LetterStatus.Cancelled, cancelled.Value);
        Assert.True((await Host.AskAsync(_nppo, _boss)).IsSuccess);
    }

    [Fact]
    public async Task Who_decides_second_learns_what_changed()
    {
        var other = await Host.AppointAsync(HubRole.HubAdministrator, "Other");
        var id = (await Host.AskAsync(_nppo, _boss)).Value;
        var decided = await Task.WhenAll(
            Task.Run(async () => (await Host.IssueAsync(id, _officer)).Error),
            Task.Run(async () => (await Host.Get<DeclineLetter>().HandleAsync(new(id, "Not yet"), other, CancellationToken.None)).Error));

        var letter = await Host.LetterAsync(id);
        Assert.Single(decided, error => error is null);
        Assert.Equal(letter.Status == LetterStatus.Issued ? LetterErrors.AlreadyIssued : LetterErrors.AlreadyDeclined,
            decided.Single(error => error is not null));
        Assert.Equal(LetterErrors.Because(letter.Status), (await Host.IssueAsync(id, other)).Error);
    }

    [Fact]
    public async Task What_the_preview_showed_is_what_is_issued_or_nothing()
    {
        var id = (await Host.AskAsync(_nppo, _boss)).Value;
        await SetStateAsync(nppo => nppo.StartTesting(Actor.System, Host.Now()));
        Assert.Equal(LetterErrors.FactsChanged, (await Host.IssueAsync(id, _officer)).Error);

        await SetStateAsync(nppo => nppo.Suspend("Why", Actor.System, Host.Now()));
        Assert.Equal(LetterErrors.NotAMember, (await Host.IssueAsync(id, _officer, NppoStatus.Suspended)).Error);
        Assert.Equal(AccessErrors.NotFound, (await Host.Get<PreviewLetter>().HandleAsync(id, _officer, CancellationToken.None)).Error);
        Assert.True((await Host.LetterAsync(id)).IsOpen);
    }

    [Theory]
    [InlineData("وزارة التجارة")]
    [InlineData("贸易部")]
    [InlineData("Ministry \U0001F33F")]
    public async Task An_addressee_the_paper_cannot_carry_is_refused_before_anything_is_asked(string addressee)
    {
        Assert.Equal(LetterErrors.AddresseeNotWritable, (await Host.AskAsync(_nppo, _boss, addressee)).Error);
        Assert.Empty(await Host.StoreAsync(db => db.Set<ParticipationLetter>().ToListAsync()));
    }

    [Fact]
    public async Task A_stranger_reaches_neither_the_letter_nor_its_file_through_an_organization_of_their_own()
    {
        var (foreign, stranger) = await Host.OrganizationAsync("KE");
        var letter = await Host.IssuedLetterAsync(_nppo, _boss, _officer);
        var open = (await Host.AskAsync(_nppo, _boss)).Value;

        Assert.Equal(AccessErrors.NotFound,
            (await Host.Get<FetchLetter>().HandleAsync(new(foreign, letter.Id), stranger, CancellationToken.None)).Error);
        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<FetchLetter>().HandleAsync(new(_nppo, letter.Id), stranger, CancellationToken.None)).Error);
        Assert.Equal(AccessErrors.NotFound,
            (await Host.Get<CancelLetter>().HandleAsync(new(foreign, open), stranger, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task The_desk_lists_what_waits_first_and_finds_by_country_number_and_state()
    {
        var (kenya, boss) = await Host.OrganizationAsync("KE");
        var issued = await Host.IssuedLetterAsync(_nppo, _boss, _officer);
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        var older = (await Host.AskAsync(_nppo, _boss)).Value;
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        var newer = (await Host.AskAsync(kenya, boss)).Value;

        Assert.Equal([older, newer, issued.Id], await ListAsync(null));
        Assert.Equal([newer], await ListAsync("kenya"));
        Assert.Equal([older, issued.Id], await ListAsync("côte d'ivoire"));
        Assert.Equal([issued.Id], await ListAsync("eph-2026-0001"));
        Assert.Equal([issued.Id], await ListAsync(null, LetterStatus.Issued));
        Assert.Empty(await ListAsync("%"));
        Assert.Equal(2,
            (await Host.Get<ExportLetters>()
                .HandleAsync(new(new(null, LetterStatus.Requested, 1)), _officer, CancellationToken.None)).Value.Count);
    }

    private async Task<List<Guid>> ListAsync(string? search, LetterStatus? status = null) =>
        [.. (await Host.Get<ListLetters>().HandleAsync(new(search, status, 1), _officer, CancellationToken.None)).Value.Items
            .Select(row => row.Letter.Id)];

    private Task<Result<LetterDownload>> FetchAsync(Guid letter) =>
        Host.Get<FetchLetter>().HandleAsync(new(_nppo, letter), _boss, CancellationToken.None);

    private Task<int> SetStateAsync(Func<Nppo, Result> change) => Host.StoreAsync(async db =>
    {
        Assert.True(change(await db.Set<Nppo>().SingleAsync(nppo => nppo.Id == _nppo)).IsSuccess);
        return await db.SaveChangesAsync();
    });
}

public sealed class LetterUseCasesOnSqlite() : LetterUseCaseTests(DatabaseKind.Sqlite);

public sealed class LetterUseCasesOnPostgreSql() : LetterUseCaseTests(DatabaseKind.PostgreSql);
