using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>Memory and time while a file of nearly twenty megabytes goes from a browser into the library.</summary>
internal static class Upload
{
    private const int Bytes = 19 * 1024 * 1024;

    public static async Task MeasureAsync(RunningConsole console)
    {
        var nppo = await console.SomeNppoAsync();
        var (_, user, email) = await console.AddMemberAsync(nppo, NppoRole.Viewer, "uploading-librarian");
        await using (var db = await console.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync())
        {
            db.Add(HubUser.Appoint(user, Ephyto.Domain.Common.EmailAddress.TryParse(email)!, "Librarian", "en", HubRole.HubAdministrator,
                Ephyto.Domain.Common.Actor.System, DateTime.UtcNow));
            await db.SaveChangesAsync();
        }

        var file = Path.Combine(Path.GetTempPath(), $"ephyto-upload-{Guid.NewGuid():N}.zip");
        await MakeAsync(file);
        try
        {
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await Browser.LaunchAsync(playwright);
            var page = await (await browser.NewContextAsync(new() { BaseURL = console.Address.AbsoluteUri, Locale = "en-GB" }))
                .NewPageAsync();
            await page.SignInAsync(email, "/hub/documents");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add a document" }).ClickAsync();
            await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Large");
            GC.Collect();
            var before = Process.GetCurrentProcess().WorkingSet64;
            var (peak, watch) = (before, Stopwatch.StartNew());
            await page.Locator("#document-file:enabled").SetInputFilesAsync(file);
            var ready = page.GetByRole(AriaRole.Button, new() { Name = "Add as a draft" });
            while (!await ready.IsEnabledAsync()) peak = Math.Max(peak, Process.GetCurrentProcess().WorkingSet64);
            var arrived = watch.Elapsed;
            await ready.ClickAsync();
            var saved = page.GetByText("The draft is in the library.");
            while (!await saved.IsVisibleAsync()) peak = Math.Max(peak, Process.GetCurrentProcess().WorkingSet64);
            Console.WriteLine(
                $"| upload of {Bytes / 1024 / 1024} MB: seconds until it arrived, until it was saved, more memory at the peak (MB) | "
                    + $"{arrived.TotalSeconds:0.0}, {watch.Elapsed.TotalSeconds:0.0}, {(peak - before) / 1024 / 1024} |");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task MakeAsync(string path)
    {
        await using var stream = File.Create(path);
        await using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        await using var entry = await archive.CreateEntry("noise.txt", CompressionLevel.NoCompression).OpenAsync();
        await entry.WriteAsync(RandomNumberGenerator.GetBytes(Bytes));
    }
}
