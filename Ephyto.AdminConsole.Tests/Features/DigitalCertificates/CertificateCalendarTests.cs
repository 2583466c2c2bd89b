using System.Text;
using Ephyto.AdminConsole.Features.DigitalCertificates;
using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>The last day of a certificate in a reader's calendar.</summary>
public sealed class CertificateCalendarTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private static readonly DateTime Until = new(2026, 9, 1, 12, 30, 5, DateTimeKind.Utc);

    [Fact]
    public void It_is_written_as_the_standard_says()
    {
        using var english = CultureScope.Enter("en");
        var certificate = Make("Server; A, B\\C");

        Assert.Equal($"""
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//ePhyto Hub//Admin Console//EN
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            BEGIN:VEVENT
            UID:certificate-{certificate.Id}@localhost
            DTSTAMP:20260302T090000Z
            DTSTART:20260901T123005Z
            SUMMARY:Digital certificate “Server\; A\, B\\C” of Plant Service expires
            DESCRIPTION:Subject: CN=ePhyto CI\nThumbprint (SHA-256): 00FF
            URL:http://localhost:5080/nppo/certificates
            TRANSP:TRANSPARENT
            {Alarm(60)}
            {Alarm(30)}
            {Alarm(14)}
            {Alarm(7)}
            {Alarm(1)}
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"),
            Host.Get<ExpiryCalendar>().Write(certificate, "Plant Service").Replace("\r\n ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void It_names_the_connection()
    {
        using var english = CultureScope.Enter("en");
        var certificate = Make("Server");
        certificate.AssignTo(new(Guid.NewGuid(), "CI2"), Actor.System, Until);

        var written = Host.Get<ExpiryCalendar>().Write(certificate, "A").Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("00FF\\nConnection: CI2", written, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_character_is_cut()
    {
        using var french = CultureScope.Enter("fr");
        var written = Host.Get<ExpiryCalendar>()
            .Write(Make(string.Concat(Enumerable.Repeat("é€😀", 30))), "Direction de la protection des végétaux");

        Assert.All(written.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(written)));
        Assert.Contains(string.Concat(Enumerable.Repeat("é€😀", 30)), written.Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.DoesNotContain('\n', written.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_downloads_it_and_the_certificate_and_a_stranger_does_not()
    {
        var nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        var boss = await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "boss@example.org");
        await Host.AccountAsync("stranger@example.org");
        var id = await Host.InUseAsync(nppo, boss);
        using var client = await Host.SignedInAsync("boss@example.org");
        using var stranger = await Host.SignedInAsync("stranger@example.org");

        using var calendar = await client.GetAsync(new Uri($"/nppo/certificates/{id}/expiry.ics?nppo={nppo}", UriKind.Relative));
        using var file = await client.GetAsync(new Uri($"/nppo/certificates/{id}/file?nppo={nppo}", UriKind.Relative));
        using var refused = await stranger.GetAsync(new Uri($"/nppo/certificates/{id}/file?nppo={nppo}", UriKind.Relative));

        Assert.Equal("text/calendar", calendar.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", await calendar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----\n", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.EndsWith(".pem", file.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.False(refused.IsSuccessStatusCode);
        Assert.Equal(AccessErrors.NotAllowed, (await Host.Get<FetchExpiry>().HandleAsync(new(nppo, id), Actor.Anonymous, default)).Error);
    }

    private static string Alarm(int days) =>
        $"BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-P{days}D\nDESCRIPTION:Digital certificate “Server\\; A\\, B\\\\C” of Plant Service "
            + "expires\nEND:VALARM";

    private static DigitalCertificate Make(string description) => DigitalCertificate.Upload(
        Guid.NewGuid(), description, CertificateUsage.Signing, MadeCertificate.FactsOf("CN=ePhyto CI", Until), [1], Guid.NewGuid(),
        Until.AddDays(-100)).Value;
}
