using System.Globalization;
using MailKit.Net.Smtp;

namespace Ephyto.AdminConsole.Platform.Email;

internal static class SmtpWords
{
    /// <summary>What went wrong in one line, with the number of the mail server's answer where there is one.</summary>
    public static string Of(Exception error) => OneLine.Of(error is SmtpCommandException answer
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {answer.Message}")
        : error.Message);
}
