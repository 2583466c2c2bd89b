using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.UseCases;

public sealed class ContactPointEmailLimitsOnSqlite() : ContactPointEmailLimitTests(DatabaseKind.Sqlite);

public sealed class ContactPointEmailLimitsOnPostgreSql() : ContactPointEmailLimitTests(DatabaseKind.PostgreSql);

/// <summary>Whoever registers, verifies, withdraws and begins again fills nobody's mailbox, and nothing half done stays.</summary>
public abstract class ContactPointEmailLimitTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Contact = "contact-point.ci@example.org";
    private Registrar Registrar => field ??= new Registrar(Host);

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 5)]
    public async Task After_twenty_rounds_the_contact_point_has_a_few_emails(bool samePerson, int requests)
    {
        await Host.AddAsync(RegistrationSample.Contact(email: Contact));

        for (var round = 0; round < 20; round++) await RoundAsync(samePerson ? "same@example.org" : $"applicant{round}@example.org");

        Assert.Equal((requests, 3),
            (await EmailsAsync(Contact, EmailKinds.ContactPointRequest), await EmailsAsync(Contact, EmailKinds.WithdrawnNotice)));
        Assert.Equal(requests + 3, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(mail => mail.To == Contact)));
    }

    [Fact]
    public async Task One_network_leaves_room_for_others_of_its_country()
    {
        await Host.AddAsync(RegistrationSample.Contact(email: Contact));
        for (var round = 0; round < 8; round++) await RoundAsync($"applicant{round}@example.org", "192.0.2.7");
        Assert.Equal(3, await EmailsAsync(Contact, EmailKinds.ContactPointRequest));

        Assert.True((await RoundAsync("honest@example.org", "198.51.100.7")).IsSuccess);
    }

    [Fact]
    public async Task Where_the_directory_has_nobody_the_Secretariat_is_not_flooded_either()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var address = await Host.StoreAsync(db => db.Users.Where(user => user.Id == officer.Id).Select(user => user.Email!).SingleAsync());

        for (var round = 0; round < 20; round++) await RoundAsync($"applicant{round}@example.org");

        Assert.Equal(5, await EmailsAsync(address, EmailKinds.StaffEscalated));
    }

    [Fact]
    public async Task Of_all_countries_together_the_Secretariat_has_a_number_a_day_too_and_each_one_lies_with_it()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var address = await Host.StoreAsync(db => db.Users.Where(user => user.Id == officer.Id).Select(user => user.Email!).SingleAsync());
        string[] countries = ["KE", "GH", "CI", "SN", "TG", "BJ", "ML", "NE", "BF", "GN", "GM", "LR", "SL", "CV", "NG", "CM", "GA", "UG",
            "TZ", "RW", "BI", "ZM", "MW"];

        foreach (var country in countries)
        {
            var (_, link) = await SubmitAsync("same@example.org", country: country);
            Assert.True((await VerifyAsync(link)).IsSuccess);
        }

        Assert.Equal(20, await EmailsAsync(address, EmailKinds.StaffEscalated));
        Assert.Equal(countries.Length,
            await Host.StoreAsync(db => db.Set<Registration>().CountAsync(r => r.Status == RegistrationStatus.Escalated)));
    }

    [Fact]
    public async Task What_is_refused_for_now_changes_nothing_and_is_possible_later_with_the_same_link()
    {
        await Host.AddAsync(RegistrationSample.Contact(email: Contact));
        for (var round = 0; round < 5; round++) await RoundAsync($"applicant{round}@example.org");
        var (id, link) = await SubmitAsync("honest@example.org");
        var emails = await Registrar.EmailsAsync(id);

        Assert.Equal(EmailErrors.TooMany, (await VerifyAsync(link)).Error);

        var waiting = await Registrar.LoadAsync(id);
        Assert.Equal((RegistrationStatus.Submitted, null, null), (waiting.Status, waiting.VerifiedAt, waiting.Asked));
        Assert.Equal(emails.Count, (await Registrar.EmailsAsync(id)).Count);
        Assert.Equal(1,
            await Host.StoreAsync(db => db.Set<AccessLink>()
                .CountAsync(l => l.SubjectId == id && l.UsedAt == null && l.RevokedAt == null)));
        var view = (await Host.CallAsync((ViewRegistration query) => query.HandleAsync(link, LinkPurpose.VerifyEmail, default))).Value;
        Assert.Equal(Host.Now() + (TimeSpan.FromDays(1) / 5), view.VerifyFrom);
        Assert.True(view.VerifyFrom < view.ExpiresAt);

        Host.Time.Advance(view.VerifyFrom!.Value - Host.Now());
        Assert.True((await VerifyAsync(link)).IsSuccess);
        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(id)).Status);
    }

    [Theory]
    [InlineData("en", "Not yet: the contact point has had several requests")]
    [InlineData("fr", "Pas encore\u00a0: le point de contact a reçu plusieurs demandes")]
    public async Task The_page_says_so_with_what_to_do_and_when(string language, string title)
    {
        await Host.AddAsync(RegistrationSample.Contact(email: Contact));
        for (var round = 0; round < 5; round++) await RoundAsync($"applicant{round}@example.org");
        var registration = Answers.Registration("CI", Host.Now(), "honest@example.org", language: language);
        await Host.AddAsync(registration);
        using var client = Host.CreateClient();
        var secret = await Registrar.SecretOfAsync(registration.Id, EmailKinds.VerifyEmail);
        var tab = await new Tab(client).GoToAsync($"/register/verify/{secret}");


        Assert.Contains(title, tab.Text, StringComparison.Ordinal);
        var from = Host.Now() + (TimeSpan.FromDays(1) / 5);
        Assert.Contains($"datetime=\"{from:yyyy-MM-dd'T'HH:mm}", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"register/verify\"", tab.Text, StringComparison.Ordinal);

        Host.Time.Advance(from - Host.Now());
        await tab.GoToAsync($"/register/verify/{secret}");
        Assert.Contains("action=\"register/verify\"", tab.Text, StringComparison.Ordinal);
    }

    /// <returns>What came of the verification; the registration is taken back in any case.</returns>
    private async Task<Result<IssuedLink>> RoundAsync(string email, string? network = null)
    {
        var (id, link) = await SubmitAsync(email, network);
        var verified = await VerifyAsync(link);
        var tracker = await Host.StoreAsync(async db =>
        {
            var issued = Host.Get<LinkIssuer>().Add(db, LinkPurpose.ApplicantTracker, id, id, TimeSpan.FromDays(1));
            await db.SaveChangesAsync();
            return issued.Link.Id;
        });
        Assert.True((await Host.CallAsync((WithdrawRegistration withdraw) => withdraw.HandleAsync(new(tracker, null), default))).IsSuccess);
        Assert.Equal(RegistrationStatus.Withdrawn, (await Registrar.LoadAsync(id)).Status);
        return verified;
    }

    private async Task<(Guid Id, Guid Link)> SubmitAsync(string email, string? network = null, string country = "CI")
    {
        var registration = Answers.Registration(country, Host.Now(), email, network);
        await Host.AddAsync(registration);
        return (registration.Id, (await Registrar.LinkOfAsync(registration.Id, EmailKinds.VerifyEmail)).Id);
    }

    private Task<Result<IssuedLink>> VerifyAsync(Guid link) =>
        Host.CallAsync((VerifyEmail verify) => verify.HandleAsync(new(link), default));

    private Task<int> EmailsAsync(string to, string kind) =>
        Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(mail => mail.To == to && mail.Kind == kind));
}
