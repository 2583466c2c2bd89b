namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>A directory of its own for one test, gone with it.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public TemporaryDirectory()
    {
        Path = System.IO.Path.Combine(Roomy, $"ephyto-test-{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path);
        else Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>
    /// In memory where there is room for the databases of a run: one is made and thrown away for each test, and what a commit waits for is
    /// that the disk has it.
    /// </summary>
    public static string Roomy { get; } = FindRoomy();

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    // A page that was closed may still end its last reading, and the database then lays a file beside itself while the others are deleted.
    public void Dispose()
    {
        if (!SpinWait.SpinUntil(IsGone, TimeSpan.FromSeconds(10)))
            Directory.Delete(Path, recursive: true);
    }

    private static string FindRoomy()
    {
        const string memory = "/dev/shm";
        return Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace > 2L * 1024 * 1024 * 1024
            ? memory : System.IO.Path.GetTempPath();
    }

    private bool IsGone()
    {
        try
        {
            if (Directory.Exists(Path))
                Directory.Delete(Path, recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
