using Ephyto.AdminConsole.Features.ContactPoints;
using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Microsoft.EntityFrameworkCore;
using static Ephyto.AdminConsole.Tests.Features.ContactPoints.Import.CsvFiles;
using static Ephyto.Domain.ContactPoints.DirectoryChangeKind;

namespace Ephyto.AdminConsole.Tests.Features.ContactPoints.Import;

/// <summary>A file becomes the directory: previewed, then applied whole or not at all.</summary>
public abstract class ImportTests(DatabaseKind kind) : UseCaseTests(kind)
{
    [Fact]
    public async Task A_preview_tells_what_would_change_and_changes_nothing()
    {
        var officer = await PrepareAsync();

        var preview = await PreviewAsync(officer, Host.Csv(Line("BO", "Another Office"), Line("CI"), Line("GH")), UnnamedCountries.End);

        Assert.Equal("BO Changed, CI Added, GH Unchanged, TG Removed",
            string.Join(", ", preview.Rows.OrderBy(row => row.Country.Code).Select(row => $"{row.Country.Code} {row.Change.Kind}")));
        Assert.Contains(("FamilyName", "Office", "Another Office"), preview.Of(Changed).Single().Differences());
        Assert.Equal("BO Office, GH Office, TG Office", await DirectoryAsync());
    }

    [Theory]
    [InlineData(UnnamedCountries.Keep, "BO Another Office, CI Office, GH Office, TG Office")]
    [InlineData(UnnamedCountries.End, "BO Another Office, CI Office, GH Office")]
    public async Task Applied_it_is_the_directory_with_its_history_and_its_trace(UnnamedCountries unnamed, string expected)
    {
        var officer = await PrepareAsync();
        var live = 0;
        var before = await Host.StoreAsync(db => db.Set<AuditEntry>().CountAsync());
        using var listening = Host.Get<ILiveEvents>()
            .Subscribe([LiveTopic.All(SubjectKinds.ContactPoint)], () => Task.FromResult(Interlocked.Increment(ref live)));
        Host.Time.Advance(TimeSpan.FromDays(1));

        var outcome = await ImportAsync(officer, unnamed, Line("BO", "Another Office"), Line("CI"), Line("GH"));

        Assert.Equal(new ImportOutcome(1, 1, unnamed == UnnamedCountries.End ? 1 : 0, 1), outcome.Value);
        Assert.Equal(expected, await DirectoryAsync());
        var former = await Host.StoreAsync(db => db.Set<ContactPoint>().Where(c => c.CountryCode == "BO" && c.ValidTo != null)
            .SingleAsync());
        Assert.Equal(("Office", Host.Now()), (former.Details.FamilyName, former.ValidTo));
        var trace = await Host.StoreAsync(db => db.Set<AuditEntry>().Where(entry => entry.Sequence > before && entry.ActorId == officer.Id)
            .Select(entry => entry.Code).ToListAsync());
        Assert.Equal(unnamed == UnnamedCountries.End ? (2, 2) : (2, 1),
            (trace.Count(code => code == "contact-point.entered"), trace.Count(code => code == "contact-point.ended")));
        await Eventually.TrueAsync(() => Volatile.Read(ref live) > 0, "the live feed to speak of the directory");
    }

    [Fact]
    public async Task The_same_file_a_second_time_affirms_what_stands_and_changes_nothing()
    {
        var officer = await PrepareAsync();
        await ImportAsync(officer, UnnamedCountries.End, Line("BO", "Another Office"), Line("CI"));
        var entries = await Host.StoreAsync(db => db.Set<ContactPoint>().OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());
        var trace = await Host.StoreAsync(db => db.Set<AuditEntry>().CountAsync());
        Host.Time.Advance(TimeSpan.FromDays(400));
        Assert.Equal(2,
            (await Host.Get<ListContactPoints>()
                .HandleAsync(new(null, null, false, 1, Old: true), officer, CancellationToken.None)).Value.Total);

        var again = await ImportAsync(officer, UnnamedCountries.End, Line("BO", "Another Office"), Line("CI"));

        Assert.Equal((true, 2), (again.Value.ChangedNothing, again.Value.Affirmed));
        Assert.Equal(entries, await Host.StoreAsync(db => db.Set<ContactPoint>().OrderBy(c => c.Id).Select(c => c.Id).ToListAsync()));
        Assert.Equal(["contact-point.affirmed", "contact-point.affirmed"],
            await Host.StoreAsync(db => db.Set<AuditEntry>().Where(e => e.Sequence > trace).Select(e => e.Code).ToListAsync()));
        Assert.Equal(0,
            (await Host.Get<ListContactPoints>()
                .HandleAsync(new(null, null, false, 1, Old: true), officer, CancellationToken.None)).Value.Total);
    }

    [Fact]
    public async Task Of_a_faulty_file_nothing_is_applied_and_nobody_is_taken_as_left_out()
    {
        var officer = await PrepareAsync();
        var csv = Host.Csv(Line("CI"), Line("XX"));

        var preview = await PreviewAsync(officer, csv, UnnamedCountries.End);
        var applied = await ApplyAsync(officer, csv, UnnamedCountries.End, preview);

        Assert.Equal([Added], preview.Rows.Select(row => row.Change.Kind));
        Assert.Equal(ContactPointErrors.FaultyFile, applied.Error);
        Assert.Equal("BO Office, GH Office, TG Office", await DirectoryAsync());
    }

    [Theory]
    [InlineData("BO", "a country of the file")]
    [InlineData("TG", "a country that is to be removed")]
    [InlineData("CI", "a country that is to be added")]
    public async Task Where_the_directory_changed_after_the_preview_it_is_refused_and_the_country_named(string country, string _)
    {
        var officer = await PrepareAsync();
        var csv = Host.Csv(Line("BO", "Another Office"), Line("CI"));
        var seen = await PreviewAsync(officer, csv, UnnamedCountries.End);
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        await ImportAsync(officer, UnnamedCountries.Keep, Line(country, "Meanwhile"));

        Assert.Equal(AccessErrors.ChangedMeanwhile, (await ApplyAsync(officer, csv, UnnamedCountries.End, seen)).Error);
        var newer = await PreviewAsync(officer, csv, UnnamedCountries.End);
        Assert.Equal([country], newer.ChangedSince(seen).Select(changed => changed.Code));
        Assert.True((await ApplyAsync(officer, csv, UnnamedCountries.End, newer)).IsSuccess);
    }

    [Fact]
    public async Task Of_two_officers_at_the_same_instant_one_is_told_and_the_file_of_the_other_is_whole()
    {
        await PrepareAsync();
        var officers = new[] { await Host.AppointAsync(HubRole.SecretariatOfficer, "First"),
            await Host.AppointAsync(HubRole.HubAdministrator, "Second") };
        var files = officers.Select((_, number) => Host.Csv(Host.Countries(60).Select(country => Line(country, $"Office {number}"))))
            .ToList();
        var previews = await Task.WhenAll(officers.Zip(files, (officer, file) => PreviewAsync(officer, file, UnnamedCountries.End)));

        var outcomes =
            await Task.WhenAll(
                officers.Select(
                    (officer, number) => Task.Run(() => ApplyAsync(officer, files[number], UnnamedCountries.End, previews[number]))));

        Assert.Equal(AccessErrors.ChangedMeanwhile, Assert.Single(outcomes, outcome => !outcome.IsSuccess).Error);
        var names = await Host.StoreAsync(db => db.Set<ContactPoint>().Where(c => c.CurrentCountryCode != null)
            .Select(c => c.Details.FamilyName).ToListAsync());
        Assert.Equal((60, 1), (names.Count, names.Distinct().Count()));
    }

    [Fact]
    public async Task Who_may_only_read_the_directory_may_not_import()
    {
        await PrepareAsync();
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");

        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<PreviewImport>().HandleAsync(new(Host.Csv(Line("CI")), UnnamedCountries.Keep), auditor, default)).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await Host.Get<ApplyImport>().HandleAsync(
            new(Host.Csv(Line("CI")), UnnamedCountries.Keep, new Dictionary<string, Guid?> { ["CI"] = null }), auditor, default)).Error);
        Assert.Equal("BO Office, GH Office, TG Office", await DirectoryAsync());
    }

    private async Task<Actor> PrepareAsync()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        await ImportAsync(officer, UnnamedCountries.Keep, Line("BO"), Line("GH"), Line("TG"));
        return officer;
    }

    private async Task<Result<ImportOutcome>> ImportAsync(Actor actor, UnnamedCountries unnamed, params string[] lines)
    {
        var csv = Host.Csv(lines);
        return await ApplyAsync(actor, csv, unnamed, await PreviewAsync(actor, csv, unnamed));
    }

    private async Task<ImportPreview> PreviewAsync(Actor actor, DirectoryCsv csv, UnnamedCountries unnamed) =>
        (await Host.Get<PreviewImport>().HandleAsync(new(csv, unnamed), actor, default)).Value;

    private Task<Result<ImportOutcome>> ApplyAsync(Actor actor, DirectoryCsv csv, UnnamedCountries unnamed, ImportPreview seen) =>
        Host.Get<ApplyImport>().HandleAsync(new(csv, unnamed, seen.Seen), actor, default);

    private Task<string> DirectoryAsync() => Host.StoreAsync(async db => string.Join(", ", await db.Set<ContactPoint>()
        .Where(c => c.CurrentCountryCode != null).OrderBy(c => c.CountryCode).Select(c => c.CountryCode + " " + c.Details.FamilyName)
        .ToListAsync()));
}

public sealed class ImportOnSqlite() : ImportTests(DatabaseKind.Sqlite);

public sealed class ImportOnPostgreSql() : ImportTests(DatabaseKind.PostgreSql);
