namespace Ephyto.AdminConsole.Data;

/// <summary>
/// What lies in the data directory holds secrets and people's data: on Unix its files and directories can be read by the owner of
/// the process alone, also those that an older console left. What is not its own is left as it is.
/// </summary>
internal static class OwnerOnly
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    /// <summary>Makes the directory if it is not there. One that somebody made for the console keeps the rights they gave it.</summary>
    public static DirectoryInfo CreateDirectory(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, Folder);

    /// <summary>The database, its journal beside it, the keys and the e-mails.</summary>
    public static void Secure(StorageOptions storage)
    {
        CreateDirectory(storage.PathOf(""));
        foreach (var name in (string[])["keys", "mail"])
        {
            var folder = CreateDirectory(storage.PathOf(name));
            Restrict(folder.FullName, Folder);
            foreach (var file in folder.EnumerateFiles()) Restrict(file.FullName, File);
        }
    }

    /// <summary>The file of an SQLite database. SQLite gives the files it puts beside it the same rights.</summary>
    public static void SecureDatabase(string path)
    {
        CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (!OperatingSystem.IsWindows() && !System.IO.File.Exists(path))
            OpenOrCreate(path, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
        foreach (var beside in (string[])["", "-wal", "-shm", "-journal", ".lock", ".running"])
        {
            if (System.IO.File.Exists(path + beside)) Restrict(path + beside, File);
        }
    }

    /// <summary>A file of the console's own, made if it is not there.</summary>
    public static FileStream OpenOrCreate(string path, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = access, Share = share, BufferSize = 1 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = File;
        return new FileStream(path, options);
    }

    private static void Restrict(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows() || (System.IO.File.GetUnixFileMode(path) & ~mode) == 0) return;
        try
        {
            System.IO.File.SetUnixFileMode(path, mode);
        }
        catch (UnauthorizedAccessException)
        {
            // It belongs to somebody else, who gave the console what it has.
        }
    }
}
