using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Tests.Features.People.Members;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>The end of a certificate is announced once per step, however many nodes look at the clock.</summary>
public abstract class CertificateClockTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string ToMembers = "certificate.expiry-reminded";
    private const string ToHub = "certificate.expiry-reminded.hub";
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        await Host.ActiveMemberAsync(_nppo, NppoRole.Integrator, "integratrice@example.org");
        await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
        await Host.AppointAsync(HubRole.HubAdministrator, "Hub");
        await Host.AppointAsync(HubRole.Auditor, "Auditor");
        await Host.StoreAsync(db => db.Users.Where(u => u.Email == "integratrice@example.org")
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, "fr")));
    }

    [Fact]
    public async Task Each_step_is_sent_once_by_parallel_nodes_to_who_can_act()
    {
        var id = await Host.InUseAsync(_nppo, _boss, days: 100);
        foreach (var (ahead, step) in new[] { (60, 1), (30, 2), (14, 3), (7, 4), (1, 5), (0, 6) })
        {
            SetDaysAhead(100, ahead);

            await TickOnNodesAsync();

            var members = await Host.EmailsAsync(ToMembers);
            Assert.Equal(2 * step, members.Count);
            Assert.Equal(["boss@example.org", "integratrice@example.org"], members.Select(email => email.To).Distinct());
            Assert.Equal(Math.Max(0, step - 3), (await Host.EmailsAsync(ToHub)).Count);
            Assert.Equal(0, await TickAsync());
        }

        Assert.All(await Host.EmailsAsync(ToHub), email => Assert.Equal("hub@example.org", email.To));
        Host.Time.Advance(TimeSpan.FromDays(1));
        await TickOnNodesAsync();
        Assert.Equal(CertificateStatus.Expired, (await Host.CertificateAsync(id)).Status);
        Assert.Equal(12, (await Host.EmailsAsync(ToMembers)).Count);
    }

    [Fact]
    public async Task Of_a_closed_organization_nobody_is_reminded_not_even_the_hub()
    {
        await Host.InUseAsync(_nppo, _boss, days: 100);
        await Host.StoreAsync(db => db.Set<Nppo>().Where(n => n.Id == _nppo)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.Status, NppoStatus.Closed)));
        SetDaysAhead(100, 7);

        await TickOnNodesAsync();

        Assert.Empty(await Host.EmailsAsync(ToHub));
        Assert.Empty(await Host.EmailsAsync(ToMembers));
    }

    [Fact]
    public async Task After_a_stand_still_only_the_latest_step_is_sent_in_the_language_of_each_account()
    {
        await Host.InUseAsync(_nppo, _boss, days: 100, description: "Abidjan");
        SetDaysAhead(100, 5);

        await TickOnNodesAsync();

        var emails = await Host.EmailsAsync(ToMembers);
        Assert.Equal(
            ["Digital certificate “Abidjan” expires in 5 days", "Le certificat numérique «\u00a0Abidjan\u00a0» expire dans 5 jours"],
            emails.Select(email => email.Subject));
        Assert.Contains("Valable jusqu’au", emails[1].Text, StringComparison.Ordinal);
        Assert.Contains("/nppo/certificates?nppo=CI", emails[0].Text, StringComparison.Ordinal);
        Assert.Equal("Côte d’Ivoire: a digital certificate expires in 5 days", Assert.Single(await Host.EmailsAsync(ToHub)).Subject);
    }

    [Fact]
    public async Task A_stand_still_over_the_end_tells_that_it_is_over()
    {
        var id = await Host.InUseAsync(_nppo, _boss, days: 100);
        Host.Time.Advance(TimeSpan.FromDays(103));

        await TickOnNodesAsync();

        Assert.Equal(CertificateStatus.Expired, (await Host.CertificateAsync(id)).Status);
        Assert.Contains("has expired", (await Host.EmailsAsync(ToMembers))[0].Subject, StringComparison.Ordinal);
        Assert.Equal(0, await TickAsync());
    }

    [Fact]
    public async Task What_is_replaced_or_revoked_is_not_announced_and_an_older_reminder_that_waits_is_not_sent()
    {
        var replaced = await Host.InUseAsync(_nppo, _boss, days: 90);
        var revoked = await Host.InUseAsync(_nppo, _boss, days: 91);
        var stays = await Host.InUseAsync(_nppo, _boss, days: 100);
        await Host.Get<SupersedeCertificate>().HandleAsync(new(_nppo, replaced, stays), _boss, default);
        await Host.Get<RevokeCertificate>().HandleAsync(new(_nppo, revoked, RevocationReason.NoLongerUsed, null), _boss, default);
        SetDaysAhead(100, 60);
        await TickAsync();
        SetDaysAhead(100, 30);

        Assert.Equal(1, await TickAsync());

        var emails = await Host.EmailsAsync(ToMembers);
        Assert.All(emails, email => Assert.Equal(stays, email.SubjectId));
        Assert.Equal((2, 2),
            (emails.Count(email => email.State == EmailState.Cancelled), emails.Count(email => email.State == EmailState.Queued)));
    }

    /// <summary>Certificates of the tests end at nine in the morning; the clock is set to the hour before.</summary>
    private void SetDaysAhead(int days, int ahead) =>
        Host.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero).AddDays(days - ahead));

    private Task<int[]> TickOnNodesAsync() => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(TickAsync)));

    private Task<int> TickAsync() => Host.Get<AdvanceCertificates>().HandleAsync(CancellationToken.None);
}

public sealed class CertificateClockOnSqlite() : CertificateClockTests(DatabaseKind.Sqlite);

public sealed class CertificateClockOnPostgreSql() : CertificateClockTests(DatabaseKind.PostgreSql);
