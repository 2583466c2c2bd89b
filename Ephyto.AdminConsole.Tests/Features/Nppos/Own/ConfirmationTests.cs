using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Nppos.Own;

/// <summary>What a confirmed registration sets in motion, in one save.</summary>
public abstract class ConfirmationTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Confirmation = "member.registration-confirmed";

    [Fact]
    public async Task It_makes_the_NPPO_and_its_initial_administrator()
    {
        var (nppo, administrator) = await Host.ConfirmedNppoAsync();

        Assert.Equal(("CI", NppoStatus.Onboarding, administrator.Id), (nppo.CountryCode, nppo.Status, nppo.TechnicalContactId!.Value));
        Assert.Equal((MemberStatus.Invited, NppoRole.Administrator, "awa.kouassi@example.org"),
            (administrator.Status, administrator.Role, administrator.Email));
        Assert.True(administrator.IsInitialAdministrator);
        Assert.Equal("Ms Awa Kouassi", administrator.Person.FullName);
    }

    [Fact]
    public async Task It_queues_the_confirmation_in_the_language_of_the_representative_with_a_link_that_works()
    {
        var (_, administrator) = await Host.ConfirmedNppoAsync();

        var email = await Host.EmailAsync(Confirmation, administrator.Id);
        var link = await Host.Get<LinkUse>().FindAsync(Host.SecretOf(email), CancellationToken.None);

        Assert.Equal("L’inscription de Direction de la protection des végétaux est confirmée", email.Subject);
        Assert.Contains("Activer le compte", email.Text, StringComparison.Ordinal);
        Assert.Contains("Côte d’Ivoire", email.Text, StringComparison.Ordinal);
        Assert.Contains("/nppo/documents", email.Text, StringComparison.Ordinal);
        Assert.Contains("L’assistance technique du Hub répond", email.Text, StringComparison.Ordinal);
        Assert.Contains("technical.support@example.org", email.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Host.SecretOf(email), email.Text, StringComparison.Ordinal);
        Assert.Equal((LinkPurpose.ActivateAccount, administrator.Id), (link!.Purpose, link.SubjectId));
        Assert.Equal(Host.Time.GetUtcNow().UtcDateTime.AddDays(7), link.ExpiresAt);
    }

    [Fact]
    public async Task Who_runs_no_system_of_its_own_is_led_to_its_way_and_to_no_documents()
    {
        var (nppo, administrator) = await Host.ConfirmedNppoAsync();
        Assert.True(nppo.ChangeSystem(ExchangeSystem.GeNS, new("", null, false, false), Guid.NewGuid(), Host.Now()).IsSuccess);

        var links = Host.Get<MemberEmails>().Confirmation(nppo, "Côte d’Ivoire", null, administrator, Host.Now().AddDays(7))
            .Blocks.OfType<ActionLink>().Select(link => link.Path);

        Assert.Contains("nppo/integration", links);
        Assert.DoesNotContain("nppo/documents", links);
    }

    [Fact]
    public async Task It_is_written_into_the_audit_trail()
    {
        await Host.ConfirmedNppoAsync();

        var codes = await Host.StoreAsync(db => db.Set<AuditEntry>().OrderBy(e => e.Sequence).Select(e => e.Code).ToListAsync());

        Assert.Equal(
            ["registration.confirmed", "nppo.registered", "member.initial-administrator-appointed"],
            codes.SkipWhile(code => code != "registration.confirmed").Take(3));
    }

    [Fact]
    public async Task A_save_that_fails_leaves_nothing_behind()
    {
        await Host.ConfirmedNppoAsync();
        var second = await Host.SubmittedAsync("SN", Given.Awa with { Email = "somebody@example.org" });

        await Assert.ThrowsAsync<DbUpdateException>(() => Host.StoreAsync(async db =>
        {
            var registration = await db.Set<Registration>().SingleAsync(r => r.Id == second);
            registration.Confirm(
                await db.Set<Domain.ContactPoints.ContactPoint>().SingleAsync(c => c.CurrentCountryCode == "SN"), null,
                RegistrationPolicy.Default, registration.SubmittedAt);
            // The country has an NPPO already by the time of the save.
            var other = Registration.Submit("SN", registration.Organization, registration.Representative, RegistrationPolicy.Default,
                registration.SubmittedAt);
            db.Add(Nppo.Register(other, Guid.NewGuid(), Actor.System, registration.SubmittedAt));
            return await db.SaveChangesAsync();
        }));

        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Nppo>().CountAsync()));
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Member>().CountAsync()));
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(e => e.Kind == Confirmation)));
    }

    [Fact]
    public async Task A_country_that_lost_its_administrators_gets_a_new_one_and_keeps_its_NPPO()
    {
        var (first, former) = await Host.ConfirmedNppoAsync();

        var (second,
            successor) = await Host.ConfirmedNppoAsync(representative: Given.Awa with { GivenName = "Yao", Email = "yao@example.org" });

        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.RegistrationId, second.RegistrationId);
        Assert.NotEqual(former.Id, successor.Id);
        Assert.Equal((MemberStatus.Invited, NppoRole.Administrator), (successor.Status, successor.Role));
    }

    [Fact]
    public async Task The_same_representative_again_is_appointed_again()
    {
        var (_, former) = await Host.ConfirmedNppoAsync();

        var (_, again) = await Host.ConfirmedNppoAsync(representative: Given.Awa with { JobTitle = "Director" });

        Assert.Equal(former.Id, again.Id);
        Assert.Equal("Director", again.Person.JobTitle);
        Assert.Equal(1,
            await Host.StoreAsync(db => db.Set<AccessLink>()
                .CountAsync(l => l.SubjectId == former.Id && l.RevokedAt == null && l.UsedAt == null)));
    }
}

public sealed class ConfirmationOnSqlite() : ConfirmationTests(DatabaseKind.Sqlite);

public sealed class ConfirmationOnPostgreSql() : ConfirmationTests(DatabaseKind.PostgreSql);
