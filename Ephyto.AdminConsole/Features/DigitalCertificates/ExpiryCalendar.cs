using System.Globalization;
using System.Text;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.DigitalCertificates;

/// <summary>The end of a certificate as an entry for a calendar (RFC 5545), in the reader's language.</summary>
internal sealed class ExpiryCalendar(IStringLocalizer<CertificatesText> text, IOptions<HubOptions> hub, TimeProvider time)
{
    private const int LongestLine = 75;
    private static readonly int[] AlarmDays = [.. DigitalCertificate.ReminderDays.Where(days => days > 0)];

    public string Write(DigitalCertificate certificate, string organization)
    {
        var summary = Escape(text["CalendarSummary", certificate.Description, organization]);
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            $"PRODID:-//ePhyto Hub//Admin Console//{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName.ToUpperInvariant()}",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:certificate-{certificate.Id}@{hub.Value.PublicAddress!.Host}",
            $"DTSTAMP:{Moment(time.GetUtcNow().UtcDateTime)}",
            $"DTSTART:{Moment(certificate.Facts.ValidUntil)}",
            $"SUMMARY:{summary}",
            $"DESCRIPTION:{Escape(DescriptionOf(certificate))}",
            $"URL:{hub.Value.AddressOf("nppo/certificates")}",
            "TRANSP:TRANSPARENT",
            .. AlarmDays.SelectMany(days => Alarm(days, summary)),
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Fold(line) + "\r\n"));
    }

    private string DescriptionOf(DigitalCertificate certificate)
    {
        var words = text["CalendarDescription", certificate.Facts.Subject, certificate.Facts.Thumbprint];
        return certificate.ConnectionCode is { } code ? $"{words}\n{text["CalendarConnection", code]}" : words;
    }

    private static string[] Alarm(int days, string summary) =>
        ["BEGIN:VALARM", "ACTION:DISPLAY", $"TRIGGER:-P{days}D", $"DESCRIPTION:{summary}", "END:VALARM"];

    private static string Moment(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string words) => words
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>No line is longer than 75 octets, and no character is cut in two.</summary>
    private static string Fold(string line)
    {
        var folded = new StringBuilder(line.Length);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
