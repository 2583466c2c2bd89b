using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Emails.Mailbox;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

public sealed class MailboxTransportTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(Letters.Written));

    private string[] Files => Directory.Exists(_directory.File("mail")) ? Directory.GetFiles(_directory.File("mail")) : [];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task An_email_becomes_one_file_that_says_when_and_which()
    {
        var email = Letters.Queued(subject: "Démarche");
        await Transport().SendAsync(Letters.Builder().Build(email, null), default);

        var file = Assert.Single(Files);
        Assert.Equal($"20260302T090000000Z-{email.Id:N}.eml", Path.GetFileName(file));
        var message = await MimeMessage.LoadAsync(file);
        Assert.Equal("Démarche", message.Subject);
        Assert.Equal("A word.", message.TextBody);
    }

    [Fact]
    public async Task The_names_sort_by_time_and_the_newest_of_an_email_is_found()
    {
        var email = Letters.Queued();
        await Transport().SendAsync(Letters.Builder().Build(email, null), default);
        _time.Advance(TimeSpan.FromSeconds(1.5));
        await Transport().SendAsync(Letters.Builder().Build(email, null), default);

        Assert.Equal(2, Files.Length);
        Assert.Equal(Files.Order(StringComparer.Ordinal).Last(), MailboxFiles.Find(Storage(), email.Id));
        Assert.Null(MailboxFiles.Find(Storage(), Guid.NewGuid()));
    }

    [Fact]
    public async Task An_email_that_cannot_be_written_whole_leaves_nothing()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Transport()
            .SendAsync(Letters.Builder().Build(Letters.Queued(), null), given.Token));
        Assert.Empty(Files);
    }

    [Fact]
    public void A_strange_message_id_makes_no_strange_file_name() =>
        Assert.Equal("20260302T090000000Z-etcpasswd.eml", MailboxFiles.NameOf(_time.GetUtcNow(), "../../etc/passwd@x"));

    [Fact]
    public async Task Nobody_else_on_the_machine_reads_an_email()
    {
        await Transport().SendAsync(Letters.Builder().Build(Letters.Queued(), null), default);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(Files)));
    }

    private MailboxTransport Transport() => new(Options.Create(Storage()), _time);

    private StorageOptions Storage() => new() { DataDirectory = _directory.Path };
}
