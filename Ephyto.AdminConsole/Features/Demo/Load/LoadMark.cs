using System.Globalization;
using Ephyto.AdminConsole.Data;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Demo.Load;

/// <summary>
/// A file that lies in the data directory while <c>seed-load</c> works, so that the next run can tell that one was cut short.
/// </summary>
internal sealed class LoadMark(IOptions<StorageOptions> storage, TimeProvider time)
{
    private string File => storage.Value.PathOf("seed-load.running");

    /// <returns>The run that never came to its end; null where there was none.</returns>
    public Interrupted? Begin()
    {
        var before = System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : null;
        System.IO.File.WriteAllText(File, time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        return before is null
            ? null : new(before.FirstOrDefault(""), Guid.TryParse(before.ElementAtOrDefault(1), out var first) ? first : null);
    }

    /// <summary>What shows in the store whether everything was made: all of it comes at once.</summary>
    public void Note(Guid registrationId) => System.IO.File.AppendAllText(File, $"\n{registrationId}");

    public void End() => System.IO.File.Delete(File);

    /// <param name="At">When it began.</param>
    /// <param name="RegistrationId">One of those it was to make; null where it did not come so far.</param>
    internal sealed record Interrupted(string At, Guid? RegistrationId);
}
