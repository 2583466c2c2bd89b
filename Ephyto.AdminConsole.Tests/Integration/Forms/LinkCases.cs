using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Features.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

/// <summary>Every act on every page that a link opens.</summary>
internal static partial class LinkCases
{
    private const string Password = "quiet river under plum trees";
    private static readonly string[] Countries = ["KE", "GH"];
    private static readonly (string, string)[] Words = [("words", "As the ministry told us.")];
    private static readonly (string, string)[] NewPassword = [("Form.Password", Password), ("Form.PasswordAgain", Password)];
    private static readonly (string, string)[] PersonOfMember = [("Form.GivenName", "Awa"), ("Form.FamilyName", "Kouassi"),
        ("Form.JobTitle", "Director")];

    public static IEnumerable<LinkCase> OfRegistrations() =>
    [
        new(LinkPurpose.VerifyEmail, "register/verify", VerificationsAsync, "register/verify\"", [("confirm", "yes")],
            Becomes: "registration AwaitingContactPoint"),
        new(LinkPurpose.VerifyEmail, "link-problem/renew of who has verified", VerifiedAsync, "link-problem/renew\"", []),
        new(LinkPurpose.ApplicantTracker, "registration/withdraw", TrackersAsync, "registration/withdraw\"", [],
            Becomes: "registration Withdrawn"),
        new(LinkPurpose.ApplicantTracker, "registration/answer", AskedTrackersAsync, "registration/answer\"", Words,
            Becomes: "registration AwaitingContactPoint"),
        new(LinkPurpose.ApplicantTracker, "registration/report-contact", TrackersAsync, "registration/report-contact\"", Words,
            Becomes: "registration Escalated"),
        new(LinkPurpose.ApplicantTracker, "registration/resend", WaitingTrackersAsync, "registration/resend\"", []),
        new(LinkPurpose.ContactPointDecision, "contact-point/confirm", RequestsAsync, "contact-point/confirm\"", Words, "&step=confirm",
            "registration Confirmed"),
        new(LinkPurpose.ContactPointDecision, "contact-point/ask", RequestsAsync, "contact-point/ask\"", Words, "&step=ask",
            "registration InformationRequested"),
        new(LinkPurpose.ContactPointDecision, "contact-point/step-aside", RequestsAsync, "contact-point/step-aside\"", Words,
            "&step=step-aside", "registration Escalated"),
        new(LinkPurpose.ContactPointDecision, "contact-point/decline", RequestsAsync, "contact-point/decline\"",
            [.. Words, ("reason", nameof(DeclineReason.NotReady))], "&step=decline", "registration Declined"),
    ];

    public static IEnumerable<LinkCase> OfAccounts() =>
    [
        new(LinkPurpose.ActivateAccount, "account/activate#invitation", host => InvitationsAsync(host, withAccount: false),
            "\"invitation\"",
            [.. PersonOfMember, .. NewPassword], Becomes: "member Active"),
        new(LinkPurpose.ActivateAccount, "account/activate#invitation of who has an account",
            host => InvitationsAsync(host, withAccount: true), "\"invitation\"",
            [.. PersonOfMember, ("Form.Password", Given.Password)], Becomes: "member Active"),
        new(LinkPurpose.ActivateAccount, "account/activate#invitation of who is signed in",
            host => InvitationsAsync(host, withAccount: true), "\"invitation\"",
            PersonOfMember, Becomes: "member Active", SignsIn: true),
        new(LinkPurpose.ActivateHubUser, "account/hub-invitation#invitation", host => HubInvitationsAsync(host, withAccount: false),
            "\"invitation\"",
            [("Form.Name", "Ada Officer"), .. NewPassword], Becomes: "person of the hub Active"),
        new(LinkPurpose.ActivateHubUser, "account/hub-invitation#invitation of who has an account",
            host => HubInvitationsAsync(host, withAccount: true),
            "\"invitation\"", [("Form.Password", Given.Password)], Becomes: "person of the hub Active"),
        new(LinkPurpose.ActivateHubUser, "account/hub-invitation#invitation of who is signed in",
            host => HubInvitationsAsync(host, withAccount: true),
            "\"invitation\"", [], Becomes: "person of the hub Active", SignsIn: true),
        new(LinkPurpose.ResetPassword, "account/reset-password#reset", PasswordsAsync, "\"reset\"", NewPassword),
        new(LinkPurpose.ConfirmOldEmail, "account/email/old#confirm", host => EmailChangesAsync(host, "old"), "\"confirm\"", []),
        new(LinkPurpose.ConfirmNewEmail, "account/email/new#confirm", host => EmailChangesAsync(host, "new"), "\"confirm\"", []),
    ];

    /// <summary>The link has ended; its reader asks for a new one. Every purpose that sends new ones has this act.</summary>
    public static IEnumerable<LinkCase> OfEndedLinks() => new (LinkPurpose Purpose, Func<ConsoleHost, Task<LinkSubject[]>> GivenAsync)[]
    {
        (LinkPurpose.ApplicantTracker, host => OfCountriesAsync(host, TrackersAsync)),
        (LinkPurpose.ContactPointDecision, host => OfCountriesAsync(host, RequestsAsync)),
        (LinkPurpose.ActivateAccount, host => InvitationsAsync(host, withAccount: false)),
        (LinkPurpose.ActivateHubUser, host => HubInvitationsAsync(host, withAccount: false)),
        (LinkPurpose.ResetPassword, PasswordsAsync),
        (LinkPurpose.LetterRequest, host => OfCountriesAsync(host, LetterLinksAsync)),
        (LinkPurpose.LetterDownload, host => OfCountriesAsync(host, LettersAsync)),
        (LinkPurpose.ServedCountry, host => OfCountriesAsync(host, AskedToBeServedAsync)),
    }.Select(ended => new LinkCase(ended.Purpose, "link-problem/renew of an expired link", async host =>
    {
        var subjects = await ended.GivenAsync(host);
        await ExpireAsync(host, subjects);
        return subjects;
    }, "link-problem/renew\"", []));

    /// <summary>Who may no longer see a matter by the link reads the country alone.</summary>
    private static async Task<LinkSubject[]> OfCountriesAsync(ConsoleHost host, Func<ConsoleHost, Task<LinkSubject[]>> givenAsync) =>
        [.. (await givenAsync(host)).Zip(Countries, (subject, country) => subject with { Shown = NameOf(host, country) })];

    private static string NameOf(ConsoleHost host, string country) =>
        host.Get<AdminConsole.Platform.Countries.CountryCatalogue>().NameOf(country, "en");

    private static async Task ExpireAsync(ConsoleHost host, LinkSubject[] subjects)
    {
        var secrets = subjects.Select(subject => LinkSecrets.Hash(subject.Link[(subject.Link.LastIndexOf('/') + 1)..])).ToList();
        var last = await host.StoreAsync(db => db.Set<AccessLink>().Where(link => secrets.Contains(link.SecretHash))
            .MaxAsync(link => link.ExpiresAt));
        host.Time.Advance(last - host.Now() + TimeSpan.FromMinutes(1));
    }

    private static Task<LinkSubject[]> VerificationsAsync(ConsoleHost host) => EachAsync(Countries, async country =>
        await SubjectAsync(host, "/register/verify", await new Registrar(host).SubmitAsync(country, email: EmailOf(country)),
            EmailKinds.VerifyEmail));

    private static async Task<LinkSubject[]> VerifiedAsync(ConsoleHost host)
    {
        var subjects = await VerificationsAsync(host);
        foreach (var subject in subjects)
        {
            var link = await host.Get<LinkUse>().FindAsync(subject.Link[(subject.Link.LastIndexOf('/') + 1)..], CancellationToken.None);
            Assert.True((await host.CallAsync((VerifyEmail verify) => verify.HandleAsync(new(link!.Id), default))).IsSuccess);
        }

        return subjects;
    }

    private static Task<LinkSubject[]> TrackersAsync(ConsoleHost host) => EachAsync(Countries, async country =>
        await SubjectAsync(host, "/registration", await new Registrar(host).VerifiedAsync(country, email: EmailOf(country)),
            EmailKinds.Received));

    private static async Task<LinkSubject[]> AskedTrackersAsync(ConsoleHost host)
    {
        var subjects = await TrackersAsync(host);
        foreach (var subject in subjects)
        {
            var link = await new Registrar(host).LinkOfAsync(subject.About[0], EmailKinds.ContactPointRequest);
            Assert.True((await host.CallAsync((AskApplicant ask) => ask.HandleAsync(new(link.Id, "Who are you?"), default))).IsSuccess);
        }

        return subjects;
    }

    private static async Task<LinkSubject[]> WaitingTrackersAsync(ConsoleHost host)
    {
        var subjects = await TrackersAsync(host);
        host.Time.Advance(TimeSpan.FromHours(25));
        return subjects;
    }

    private static Task<LinkSubject[]> RequestsAsync(ConsoleHost host) => EachAsync(Countries, async country =>
        await SubjectAsync(host, "/contact-point", await new Registrar(host).VerifiedAsync(country, email: EmailOf(country)),
            EmailKinds.ContactPointRequest));

    private static async Task<LinkSubject> SubjectAsync(ConsoleHost host, string path, Registration registration, string kind) =>
        new($"{path}/{await new Registrar(host).SecretOfAsync(registration.Id, kind)}", registration.Reference,
            registration.Representative.Email, registration.Id);

    private static Task<LinkSubject[]> InvitationsAsync(ConsoleHost host, bool withAccount) => EachAsync(Countries, async country =>
    {
        if (withAccount) await host.AccountAsync(EmailOf(country));
        var (_, member) = await host.ConfirmedNppoAsync(country, Given.Awa with { Email = EmailOf(country) });
        return new LinkSubject($"/account/activate/{host.SecretOf(await host.EmailAsync("member.registration-confirmed", member.Id))}",
            member.Email, member.Email, member.Id);
    });

    private static async Task<LinkSubject[]> HubInvitationsAsync(ConsoleHost host, bool withAccount)
    {
        var boss = await host.AppointAsync(HubRole.HubAdministrator, "Boss");
        return await EachAsync(Countries, async country =>
        {
            if (withAccount) await host.AccountAsync(EmailOf(country));
            var invited = await host.Get<InviteHubUser>()
                .HandleAsync(new(EmailOf(country), HubRole.Auditor, "en"), boss, CancellationToken.None);
            Assert.True(invited.IsSuccess, invited.Error?.Sentence);
            return new LinkSubject(
                $"/account/hub-invitation/{host.SecretOf(await host.EmailAsync("hub-user.invitation", invited.Value))}", EmailOf(country),
                EmailOf(country), invited.Value);
        });
    }

    private static Task<LinkSubject[]> PasswordsAsync(ConsoleHost host) => EachAsync(Countries, async country =>
    {
        var user = await host.AccountAsync(EmailOf(country));
        await host.CallAsync<RequestPasswordReset>(
            use => use.HandleAsync(EmailAddress.TryParse(user.Email)!, "192.0.2.1", CancellationToken.None));
        return new LinkSubject($"/account/reset-password/{host.SecretOf(await host.EmailAsync("account.reset-password", user.Id))}",
            user.Email!, user.Email!, user.Id);
    });

    private static Task<LinkSubject[]> EmailChangesAsync(ConsoleHost host, string which) => EachAsync(Countries, async country =>
    {
        var user = await host.AccountAsync(EmailOf(country));
        var asked = await host.CallAsync<RequestEmailChange, Result<EmailAddress>>(
            use => use.HandleAsync(new($"new.{user.Email}", Given.Password), Actor.User(user.Id), CancellationToken.None));
        Assert.True(asked.IsSuccess, asked.Error?.Sentence);
        var reader = which == "old" ? user.Email! : $"new.{user.Email}";
        var mail = await host.StoreAsync(db => db.Set<OutgoingEmail>()
            .SingleAsync(e => e.Kind == "account.confirm-email" && e.To == reader));
        var change = await host.StoreAsync(db => db.Set<AdminConsole.Data.Identity.EmailChange>().SingleAsync(c => c.UserId == user.Id));
        return new LinkSubject($"/account/email/{which}/{host.SecretOf(mail)}", user.Email!, user.Email!, change.Id, user.Id);
    });

    private static string EmailOf(string country) => $"{country}@example.org".ToLowerInvariant();

    private static async Task<LinkSubject[]> EachAsync(string[] countries, Func<string, Task<LinkSubject>> make)
    {
        List<LinkSubject> made = [];
        foreach (var country in countries) made.Add(await make(country));
        return [.. made];
    }
}
