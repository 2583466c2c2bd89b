using System.Diagnostics;
using System.Text;
using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>A file of every country, each with another contact than before: read, compared, applied with audit and live events.</summary>
internal static class DirectoryImport
{
    private const int Rounds = 10;

    public static async Task MeasureAsync(RunningConsole console, string store)
    {
        var nppo = await console.SomeNppoAsync();
        var (_, user, email) = await console.AddMemberAsync(nppo, NppoRole.Viewer, "importing-officer");
        await using (var db = await console.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<Data.ConsoleDbContext>>()
            .CreateDbContextAsync())
        {
            db.Add(HubUser.Appoint(user, EmailAddress.TryParse(email)!, "Officer", "en", HubRole.SecretariatOfficer, Actor.System,
                DateTime.UtcNow));
            await db.SaveChangesAsync();
        }

        List<double> previews = [], applied = [];
        for (var round = 0; round < Rounds; round++)
        {
            var file = Encoding.UTF8.GetBytes(FileOf(console, round));
            var watch = Stopwatch.StartNew();
            var csv = console.Get<DirectoryCsvReader>().Read(file);
            var preview = (await console.Get<PreviewImport>()
                .HandleAsync(new(csv, UnnamedCountries.End), Actor.User(user), default)).Value;
            previews.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            var outcome = await console.Get<ApplyImport>()
                .HandleAsync(new(csv, UnnamedCountries.End, preview.Seen), Actor.User(user), default);
            applied.Add(watch.Elapsed.TotalMilliseconds);
            if (outcome.Error == AccessErrors.ChangedMeanwhile)
            {
                // The console's own clock or dispatcher touched one of the registrations: the officer would look again.
                (previews, applied, round) = (previews[..^1], applied[..^1], round - 1);
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
            else if (!outcome.IsSuccess) throw new InvalidOperationException(outcome.Error!.Sentence);
        }

        Browser.Print($"{store}, import of the directory of every country, preview", previews);
        Browser.Print($"{store}, import of the directory of every country, apply", applied);
    }

    private static string FileOf(RunningConsole console, int round) => string.Join('\n', console.Get<CountryCatalogue>().All
        .Select(country => $"{country.Code},official,Office {round},office-{round}.{country.Code}@example.org")
        .Prepend("country,kind,family_name,email"));
}
