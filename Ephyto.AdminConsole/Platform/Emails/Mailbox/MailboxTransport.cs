using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Emails.Delivery;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Emails.Mailbox;

/// <summary>Without a mail server: each e-mail becomes an <c>.eml</c> file in the data directory, whole or not at all.</summary>
internal sealed class MailboxTransport(IOptions<StorageOptions> storage, TimeProvider time) : IEmailTransport
{
    public async Task SendAsync(WrittenEmail email, CancellationToken ct)
    {
        var folder = OwnerOnly.CreateDirectory(MailboxFiles.FolderOf(storage.Value)).FullName;
        var path = Path.Combine(folder, MailboxFiles.NameOf(time.GetUtcNow(), email.MessageId));
        var unfinished = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var file = new FileStream(unfinished, Creation()))
            {
                await MimeMessages.WriteAsync(email, file, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    // An e-mail holds the secret of its link, so nobody else on the machine reads it.
    private static FileStreamOptions Creation()
    {
        var creation = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return creation;
    }
}
