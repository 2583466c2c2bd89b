namespace Ephyto.AdminConsole.Tests.Support;

internal static class Seeding
{
    /// <summary>
    /// Prepares the store of a running console from this process, at the present moment. E-mails that it queues are sent by
    /// the running console; its open pages hear nothing of it, so seed before they are opened.
    /// </summary>
    public static async Task<T> SeedAsync<T>(this ConsoleApp app, Func<ConsoleHost, Task<T>> seed, TestDatabase? database = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(app.DataDirectory, "console.db")}",
            ["Storage:DataDirectory"] = app.DataDirectory,
            ["Hub:PublicAddress"] = app.PublicAddress.AbsoluteUri.TrimEnd('/'),
        };
        foreach (var (key, value) in database?.Settings ?? new Dictionary<string, string?>()) settings[key] = value;
        await using var host = await ConsoleHost.StartAsync(database?.Kind ?? DatabaseKind.Sqlite, settings);
        host.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        return await seed(host);
    }
}
