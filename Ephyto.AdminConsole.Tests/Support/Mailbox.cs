using System.Text.RegularExpressions;
using MimeKit;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>The e-mails in a directory, as their readers would find them.</summary>
internal sealed class Mailbox(string directory)
{
    public IReadOnlyList<MimeMessage> Messages => [.. Read().OrderBy(message => message.Date)];

    public IEnumerable<MimeMessage> MessagesTo(string address) =>
        Messages.Where(
            message => message.To.Mailboxes.Any(reader => string.Equals(reader.Address, address, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Waits for an e-mail to the address, the newest if there are several; with a subject or a text if one is given.</summary>
    public Task<MimeMessage> MessageAsync(string to, string words = "") =>
        Eventually.GetAsync(
            () => Task.FromResult(MessagesTo(to).LastOrDefault(message => message.Holds(words))),
            words.Length == 0 ? $"a mail to {to}" : $"a mail to {to} with \"{words}\"");

    private IEnumerable<MimeMessage> Read()
    {
        if (!Directory.Exists(directory))
            yield break;
        foreach (var file in Directory.EnumerateFiles(directory, "*.eml", SearchOption.AllDirectories))
            yield return MimeMessage.Load(file);
    }
}

internal static class EmailReading
{
    public static bool Holds(this MimeMessage message, string words) =>
        message.Subject?.Contains(words, StringComparison.Ordinal) is true
            || message.TextBody?.Contains(words, StringComparison.Ordinal) is true;

    /// <summary>The link in the text of the e-mail whose path begins so: <c>/contact-point</c>.</summary>
    public static string LinkTo(this MimeMessage message, string path)
    {
        var link = Regex.Match(message.TextBody ?? "", $@"https?://[^/\s]+(?:/AdminConsole)?{Regex.Escape(path)}[^\s>)]*");
        Assert.True(link.Success, $"No link to {path} in:{Environment.NewLine}{message.TextBody}");
        return link.Value;
    }
}
