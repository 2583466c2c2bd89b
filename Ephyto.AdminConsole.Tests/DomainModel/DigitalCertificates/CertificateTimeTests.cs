using Ephyto.Domain.DigitalCertificates;
using static Ephyto.AdminConsole.Tests.DomainModel.DigitalCertificates.CertificateSample;

namespace Ephyto.AdminConsole.Tests.DomainModel.DigitalCertificates;

/// <summary>What the clock does to a certificate in use.</summary>
public sealed class CertificateTimeTests
{
    private static readonly DateTime End = new(2026, 9, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Each_step_is_told_once_however_often_the_clock_looks()
    {
        var certificate = Active(Facts with { ValidUntil = End });

        for (var now = Now; now < End.AddDays(3); now = now.AddHours(6)) certificate.Advance(now);

        Assert.Equal([60, 30, 14, 7, 1, 0], StepsOf(certificate));
        Assert.Single(certificate.DomainEvents, happened => happened is CertificateExpiring);
        Assert.Single(certificate.DomainEvents, happened => happened is CertificateExpired);
        Assert.Equal((CertificateStatus.Expired, null), (certificate.Status, certificate.DueAt));
    }

    [Theory]
    [InlineData(-61, CertificateStatus.Active)]
    [InlineData(-60, CertificateStatus.Expiring)]
    [InlineData(-1, CertificateStatus.Expiring)]
    public void It_begins_to_expire_sixty_days_ahead(int days, CertificateStatus expected)
    {
        var certificate = Active(Facts with { ValidUntil = End });

        certificate.Advance(End.AddDays(days));

        Assert.Equal(expected, certificate.Status);
    }

    [Fact]
    public void Of_the_steps_that_passed_while_the_clock_stood_still_only_the_latest_is_told()
    {
        var certificate = Active(Facts with { ValidUntil = End });

        Assert.True(certificate.Advance(End.AddDays(-10)));

        Assert.Equal([14], StepsOf(certificate));
        Assert.True(certificate.Advance(End.AddDays(5)));
        Assert.Equal([14, 0], StepsOf(certificate));
        Assert.Equal(CertificateStatus.Expired, certificate.Status);
    }

    [Fact]
    public void Who_activates_one_that_ends_soon_is_not_told_of_the_steps_behind()
    {
        var certificate = Active(Facts with { ValidUntil = Now.AddDays(20) });

        Assert.Equal((CertificateStatus.Expiring, 30), (certificate.Status, certificate.RemindedStep));
        Assert.False(certificate.Advance(Now.AddDays(1)));
        Assert.True(certificate.Advance(Now.AddDays(6)));
        Assert.Equal([14], StepsOf(certificate));
    }

    [Fact]
    public void The_last_day_begins_at_midnight_and_the_end_comes_at_its_minute()
    {
        var certificate = Active(Facts with { ValidUntil = End });
        certificate.Advance(End.AddDays(-1));

        Assert.Equal(End.Date, certificate.DueAt);
        Assert.True(certificate.Advance(End.Date));
        Assert.Equal((CertificateStatus.Expiring, 0, End), (certificate.Status, certificate.RemindedStep, certificate.DueAt));
        Assert.True(certificate.Advance(End));
        Assert.Equal(CertificateStatus.Expired, certificate.Status);
    }

    [Fact]
    public void One_that_hardly_ever_ends_waits_without_harm()
    {
        var certificate = Active(Facts with { ValidUntil = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc) });

        Assert.False(certificate.Advance(Now.AddYears(100)));
    }

    private static IEnumerable<int> StepsOf(DigitalCertificate certificate) =>
        certificate.DomainEvents.OfType<CertificateExpiryReminded>().Select(told => told.Step);
}
