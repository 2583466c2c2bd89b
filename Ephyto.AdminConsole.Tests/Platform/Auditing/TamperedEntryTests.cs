using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Auditing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Platform.Auditing;

public sealed class TamperedEntryOnSqlite() : TamperedEntryTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task Words_where_a_date_belongs_are_found_too()
    {
        await Host.ExecuteAsync($"""UPDATE "AuditEntries" SET "At" = 'long ago' WHERE "Sequence" = 4""");

        Assert.Equal(new AuditBreak(4, AuditFault.Changed), (await Host.VerifyAsync()).Break);
        Assert.Equal(3, (await Host.VerifyAsync()).Entries);
    }
}

public sealed class TamperedEntryOnPostgreSql() : TamperedEntryTests(DatabaseKind.PostgreSql);

/// <summary>Whatever somebody does to the trail behind the console's back is found, and the first entry that is wrong is named.</summary>
public abstract class TamperedEntryTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const int Entries = 9;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Host.WriteEntriesAsync(Entries);
    }

    [Fact]
    public async Task An_untouched_trail_holds_and_the_verification_leaves_no_entry()
    {
        var verdict = await Host.VerifyAsync();

        Assert.Null(verdict.Break);
        Assert.Equal((Entries, (await Host.EntryAsync(Entries))!.Hash), (verdict.Entries, verdict.Head.Hash));
        Assert.Equal(verdict, await Host.VerifyAsync(verdict.Head));
    }

    [Fact]
    public async Task A_changed_fact_is_found()
    {
        await Host.ChangeFactsAsync(5, """{"country":"XX"}""");

        Assert.Equal(new AuditVerdict(4, new(4, (await Host.EntryAsync(4))!.Hash), new(5, AuditFault.Changed)), await Host.VerifyAsync());
    }

    [Theory]
    [InlineData("ActorKind", "System")]
    [InlineData("Code", "registration.declined")]
    [InlineData("SubjectKind", "nppo")]
    [InlineData("Hash", "0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_change_of_any_field_is_found(string column, string value)
    {
        await Host.ExecuteRawAsync($"""UPDATE "AuditEntries" SET "{column}" = '{value}' WHERE "Sequence" = 3""");

        Assert.Equal(new AuditBreak(3, AuditFault.Changed), (await Host.VerifyAsync()).Break);
    }

    [Fact]
    public async Task Another_person_another_time_and_another_organization_are_found()
    {
        await Host.ExecuteAsync($"""UPDATE "AuditEntries" SET "NppoId" = {Guid.NewGuid()} WHERE "Sequence" = 8""");
        Assert.Equal(new AuditBreak(8, AuditFault.Changed), (await Host.VerifyAsync()).Break);

        await Host.ExecuteAsync($"""UPDATE "AuditEntries" SET "At" = {Host.Now().AddMilliseconds(-1)} WHERE "Sequence" = 7""");
        Assert.Equal(new AuditBreak(7, AuditFault.Changed), (await Host.VerifyAsync()).Break);

        await Host.ExecuteAsync($"""UPDATE "AuditEntries" SET "ActorId" = {Guid.NewGuid()} WHERE "Sequence" = 6""");
        Assert.Equal(new AuditBreak(6, AuditFault.Changed), (await Host.VerifyAsync()).Break);
    }

    [Fact]
    public async Task A_change_with_a_hash_made_anew_breaks_the_link_to_the_next_entry()
    {
        await Host.ChangeFactsAsync(5, """{"country":"XX"}""");
        await Host.RehashAsync(5);

        Assert.Equal(new AuditBreak(6, AuditFault.Unlinked), (await Host.VerifyAsync()).Break);
    }

    [Fact]
    public async Task A_removed_entry_is_missed()
    {
        await Host.RemoveAsync(5);
        Assert.Equal(new AuditBreak(5, AuditFault.Missing), (await Host.VerifyAsync()).Break);

        await Host.RemoveAsync(1);
        Assert.Equal(new AuditBreak(1, AuditFault.Missing), (await Host.VerifyAsync()).Break);
    }

    [Fact]
    public async Task A_removed_entry_is_missed_where_the_gap_was_closed()
    {
        await Host.RemoveAsync(5);
        for (var number = 6; number <= Entries; number++) await Host.RenumberAsync(number, number - 1);

        Assert.Equal(new AuditBreak(5, AuditFault.Unlinked), (await Host.VerifyAsync()).Break);
    }

    [Fact]
    public async Task An_inserted_entry_is_found_though_it_fits_those_before_it()
    {
        for (var number = Entries; number >= 5; number--) await Host.RenumberAsync(number, number + 1);
        await Host.CopyAsync(2, 5);
        await Host.RehashAsync(5);

        Assert.Equal(new AuditBreak(5, AuditFault.Inserted), (await Host.VerifyAsync()).Break);
    }

    [Fact]
    public async Task An_entry_before_the_first_or_far_behind_the_last_is_found()
    {
        await Host.CopyAsync(2, 5000);
        Assert.Equal(new AuditBreak(Entries + 1, AuditFault.Missing), (await Host.VerifyAsync()).Break);

        await Host.CopyAsync(2, 0);
        Assert.Equal(new AuditBreak(0, AuditFault.Inserted), (await Host.VerifyAsync()).Break);
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_found()
    {
        await Host.RenumberAsync(4, 100);
        await Host.RenumberAsync(5, 4);
        await Host.RenumberAsync(100, 5);

        Assert.Equal(new AuditBreak(4, AuditFault.Unlinked), (await Host.VerifyAsync()).Break);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_shows_against_an_exported_head_only()
    {
        var head = (await Host.VerifyAsync()).Head;
        await Host.CutAfterAsync(6);

        Assert.Null((await Host.VerifyAsync()).Break);
        Assert.Equal(new AuditBreak(7, AuditFault.CutOff), (await Host.VerifyAsync(head)).Break);
    }

    [Fact]
    public async Task A_trail_that_was_written_anew_shows_against_an_exported_head_only()
    {
        var head = (await Host.VerifyAsync()).Head;
        await Host.ChangeFactsAsync(3, """{"country":"XX"}""");
        for (var number = 3; number <= Entries; number++) await Host.RehashAsync(number);
        await Host.AddAsync(Host.Submitted("ZZ"));

        Assert.Null((await Host.VerifyAsync()).Break);
        Assert.Equal(new AuditBreak(Entries, AuditFault.OtherHead), (await Host.VerifyAsync(head)).Break);
    }

    [Fact]
    public async Task The_command_ends_with_0_where_the_trail_holds_and_tells_its_head()
    {
        var (exitCode, said) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains($"{Entries} entries", said, StringComparison.Ordinal);
        Assert.Contains((await Host.VerifyAsync()).Head.ToString(), said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_ends_with_1_and_names_the_first_broken_entry()
    {
        await Host.ChangeFactsAsync(5, "{}");
        await Host.RemoveAsync(7);

        var (exitCode, said) = await RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("Entry 5 is broken: its content does not give its hash", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_compares_with_an_exported_head_as_words_and_as_a_file()
    {
        var head = (await Host.VerifyAsync()).Head;
        var file = Path.Combine(Host.DataDirectory, "audit-head.json");
        await File.WriteAllTextAsync(file,
            $$"""{"installation":"https://console.example.org","sequence":{{head.Sequence}},"hash":"{{head.Hash}}"}""",
            TestContext.Current.CancellationToken);
        Assert.Equal(0, (await RunAsync("--head", head.ToString())).ExitCode);
        Assert.Equal(0, (await RunAsync("--head", file)).ExitCode);

        await Host.CutAfterAsync(6);

        Assert.Equal(0, (await RunAsync()).ExitCode);
        Assert.Equal(1, (await RunAsync("--head", head.ToString())).ExitCode);
        var (exitCode, said) = await RunAsync("--head", file);
        Assert.Equal(1, exitCode);
        Assert.Contains("Entry 7 is broken: it is missing", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("7:abc")]
    [InlineData("{}")]
    [InlineData("nowhere/audit-head.json")]
    public async Task A_head_that_is_none_proves_nothing(string head)
    {
        var (exitCode, said) = await RunAsync("--head", head);

        Assert.Equal(1, exitCode);
        Assert.Contains("SEQUENCE:HASH", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_store_the_command_says_so_and_makes_none()
    {
        using var nowhere = new TemporaryDirectory();
        await using var output = new StringWriter();

        var exitCode = await VerifyAuditCommand.RunAsync(["verify-audit", $"--Storage:DataDirectory={nowhere.Path}"], output);

        Assert.Equal(1, exitCode);
        Assert.Contains("no store", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(nowhere.Path));
    }

    private async Task<(int ExitCode, string Said)> RunAsync(params string[] more)
    {
        var database = Host.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        await using var output = new StringWriter();
        var exitCode = await VerifyAuditCommand.RunAsync(
            ["verify-audit", $"--Database:Provider={database.Provider}", $"--Database:ConnectionString={database.ConnectionString}",
                .. more], output);
        return (exitCode, output.ToString());
    }
}
