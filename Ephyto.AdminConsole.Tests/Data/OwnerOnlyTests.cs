using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Data;

/// <summary>What an older console left readable is closed at the next start.</summary>
public sealed class OwnerOnlyTests : IDisposable
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;
    private const UnixFileMode Open =
        OwnFolder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Files_and_folders_that_others_can_read_are_closed()
    {
        if (OperatingSystem.IsWindows()) return;
        var storage = new StorageOptions { DataDirectory = _directory.Path };
        var old = new[] { "keys/key.xml", "mail/letter.eml", "console.db", "console.db-wal", "console.db-shm" };
        foreach (var name in (string[])["keys", "mail"]) Directory.CreateDirectory(_directory.File(name), Open);
        foreach (var name in old)
        {
            File.WriteAllText(_directory.File(name), "");
            File.SetUnixFileMode(_directory.File(name), Open);
        }

        OwnerOnly.Secure(storage);
        OwnerOnly.SecureDatabase(_directory.File("console.db"));

        foreach (var name in old) Assert.Equal(OwnFile, File.GetUnixFileMode(_directory.File(name)));
        foreach (var name in (string[])["keys", "mail"]) Assert.Equal(OwnFolder, File.GetUnixFileMode(_directory.File(name)));
    }

    [Fact]
    public void A_directory_that_the_console_makes_is_its_own()
    {
        if (OperatingSystem.IsWindows()) return;
        var storage = new StorageOptions { DataDirectory = _directory.File("data") };

        OwnerOnly.Secure(storage);
        OwnerOnly.SecureDatabase(storage.PathOf("console.db"));

        Assert.Equal(OwnFolder, File.GetUnixFileMode(storage.DataDirectory));
        Assert.Equal(OwnFile, File.GetUnixFileMode(storage.PathOf("console.db")));
    }
}
