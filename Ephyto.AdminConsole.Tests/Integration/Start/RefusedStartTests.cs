using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Start;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration.Start;

/// <summary>Why a start fails, in the words of who has to mend it.</summary>
public sealed class RefusedStartTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database:Provider")]
    [InlineData("Smtp:Port", "many", "Smtp:Port")]
    [InlineData("Hub:PublicAddress", "not an address", "Hub:PublicAddress")]
    [InlineData("Hub:PublicAddress", "https://hub.example.org/Admin;Console", "Latin letters")]
    [InlineData("Hub:PublicAddress", "https://hub.example.org/a//b", "Latin letters")]
    [InlineData("Hub:TechnicalSupport", "call us", "Hub:TechnicalSupport")]
    [InlineData("Hub:TechnicalSupport", "http://unicc.example.org", "Hub:TechnicalSupport")]
    [InlineData("Guide:TechnicalInformation:0:Title", "Without an address", "Guide:TechnicalInformation:0")]
    [InlineData("Guide:TechnicalInformation:0:Address", "https://example.org/without-a-title", "Guide:TechnicalInformation:0")]
    [InlineData("Database:PreparationSeconds", "0", "Database:PreparationSeconds")]
    public async Task A_setting_that_cannot_be_read_is_named(string key, string value, string named) =>
        Assert.Contains(named, await RefusalAsync(new() { [key] = value }), StringComparison.Ordinal);

    [Fact]
    public async Task A_data_directory_that_is_a_file_is_named()
    {
        await File.WriteAllTextAsync(_directory.File("data"), "");

        Assert.Contains("Storage:DataDirectory", await RefusalAsync(new() { ["Storage:DataDirectory"] = _directory.File("data") }),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_no_database_is_told()
    {
        await File.WriteAllTextAsync(_directory.File("console.db"), string.Concat(Enumerable.Repeat("no database ", 1000)));

        Assert.Contains("is no database", await RefusalAsync(Store($"Data Source={_directory.File("console.db")}")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_read_only_is_told()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        await using (var db = database.CreateContext()) await db.Database.ExecuteSqlRawAsync("CREATE TABLE x (y)");

        Assert.Contains("read-only", await RefusalAsync(Store($"{database.ConnectionString};Mode=ReadOnly")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=/no/such/directory/console.db", "cannot be opened")]
    [InlineData("Nonsense=1", "Database:ConnectionString")]
    public async Task A_store_that_cannot_be_opened_is_told(string connection, string words) =>
        Assert.Contains(words, await RefusalAsync(Store(connection)), StringComparison.Ordinal);

    [Theory]
    [InlineData("--urls", "http://localhost:5080", "--Hub:Environment=Test")]
    [InlineData("/Hub:Environment", "Test")]
    [InlineData("Hub:Environment=Test")]
    [InlineData()]
    public void Settings_are_no_commands(params string[] args) => Assert.Null(ConsoleCommands.FirstThatIsNoSetting(args));

    [Theory]
    [InlineData("backup", "backup")]
    [InlineData("serve", "serve", "--urls", "http://localhost:5080")]
    [InlineData("now", "--urls", "http://localhost:5080", "now")]
    [InlineData("--verbose", "--verbose")]
    [InlineData("-v", "-v", "1")]
    public void What_is_neither_command_nor_setting_is_found(string found, params string[] args) =>
        Assert.Equal(found, ConsoleCommands.FirstThatIsNoSetting(args));

    private static Dictionary<string, string?> Store(string connection) => new() { ["Database:ConnectionString"] = connection };

    private static async Task<string> RefusalAsync(Dictionary<string, string?> settings)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => ConsoleHost.StartAsync(settings: settings));
        var sentence = StartFailures.SentenceOf(refused);
        Assert.DoesNotContain("\n", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", sentence, StringComparison.Ordinal);
        return sentence;
    }
}
