namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>A directory of its own for one test, gone with it.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public TemporaryDirectory() => Path = Directory.CreateTempSubdirectory("ephyto-test-").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    // A page that was closed may still end its last reading, and the database then lays a file beside itself while the others are deleted.
    public void Dispose()
    {
        if (!SpinWait.SpinUntil(IsGone, TimeSpan.FromSeconds(10)))
            Directory.Delete(Path, recursive: true);
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
