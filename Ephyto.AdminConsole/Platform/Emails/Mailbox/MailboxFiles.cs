using System.Globalization;
using Ephyto.AdminConsole.Data;

namespace Ephyto.AdminConsole.Platform.Emails.Mailbox;

/// <summary>Names of the files in the mailbox: the moment of sending first, so they sort by it, then the e-mail's id.</summary>
internal static class MailboxFiles
{
    public static string FolderOf(StorageOptions storage) => storage.PathOf("mail");

    public static string NameOf(DateTimeOffset sentAt, string? messageId)
    {
        var id = (messageId ?? "").Split('@')[0].Where(char.IsAsciiLetterOrDigit).Take(32).ToArray();
        return $"{sentAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}-{new string(id)}.eml";
    }

    /// <summary>The newest file of an e-mail, or null: not sent yet, or sent another way.</summary>
    public static string? Find(StorageOptions storage, Guid emailId)
    {
        var folder = FolderOf(storage);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, $"*-{emailId:N}.eml").Order(StringComparer.Ordinal).LastOrDefault()
            : null;
    }
}
