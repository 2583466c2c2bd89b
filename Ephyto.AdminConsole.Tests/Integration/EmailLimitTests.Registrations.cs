using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Own.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.Register.UseCases;
using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Features.Letters;
using Ephyto.AdminConsole.Tests.Features.Registrations;
using Ephyto.AdminConsole.Tests.Features.Registrations.Recover;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Tests.Features.Serving;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration;

public sealed partial class EmailLimitTests
{
    private async Task FloodRenewalAsync()
    {
        await Host.CallAsync(
            (RequestPasswordReset reset) => reset.HandleAsync(EmailAddress.TryParse("boss.ci@example.org")!, "owner", default));
        var mail = await Host.EmailAsync("account.reset-password", _boss.Id);
        Host.Time.Advance(TimeSpan.FromMinutes(61));
        using var client = Host.CreateClient();
        using var problem = await client.GetAsync(new Uri($"/account/reset-password/{Host.SecretOf(mail)}", UriKind.Relative));
        using var shown = await client.GetAsync(problem.Headers.Location);
        var page = await shown.Content.ReadAsStringAsync();
        var form = Regex.Match(page, """<form[^>]*action="[^"]*link-problem/renew".*?</form>""", RegexOptions.Singleline).Value;
        var hidden = Regex.Matches(form, """name="([^"]+)" value="([^"]*)""")
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, match.Groups[2].Value)).ToList();
        for (var press = 0; press < 20; press++)
        {
            using var content = new FormUrlEncodedContent(hidden);
            (await client.PostAsync(new Uri("/link-problem/renew", UriKind.Relative), content)).Dispose();
        }
    }

    private async Task FloodRegistrationAsync()
    {
        foreach (var country in Countries)
        {
            await Host.Get<SubmitRegistration>().HandleAsync(
                new SubmitRegistrationRequest(Answers.Form((RegisterField.Country, country), (RegisterField.Email, "victim@example.org")),
                    null, country, Host.Now().AddMinutes(-10)),
                Actor.Anonymous, default);
        }
    }

    private async Task FloodRecoveryAsync()
    {
        foreach (var country in Countries.Take(6)) await Host.OrganizationAsync(country);
        foreach (var country in Countries.Take(6))
            await Host.StartRecoveryAsync(country, sender: country, changes: (RegisterField.Email, "victim@example.org"));
    }

    private Task FloodRecoveryNoticeAsync() => RepeatAsync(async number =>
    {
        var started = await Host.StartRecoveryAsync("CI", sender: $"sender {number}",
            changes: (RegisterField.Email, $"applicant{number}@example.org"));
        if (started.Error is not null) return;
        await TryVerifyAsync(started.Value.Id);
        await WithdrawAsync(started.Value.TrackerSecret!);
    });

    private async Task FloodResendAsync()
    {
        var submitted = await Host.Get<SubmitRegistration>().HandleAsync(
            new SubmitRegistrationRequest(Answers.Form((RegisterField.Country, "GH")), null, "applicant", Host.Now().AddMinutes(-10)),
            Actor.Anonymous, default);
        var link = await Host.Get<AdminConsole.Platform.Links.LinkUse>().FindAsync(submitted.Value.TrackerSecret, default);
        await RepeatAsync(_ =>
        {
            // The domain's own pause is a minute.
            Host.Time.Advance(TimeSpan.FromSeconds(61));
            return Host.CallAsync((ResendMessage resend) => resend.HandleAsync(new(link!.Id, null), default));
        });
    }

    // Each time somebody else registers the country, verifies the address, and takes it back.
    private async Task FloodContactPointAsync()
    {
        await Host.AddAsync(RegistrationSample.Contact("GH", email: "contact-point.gh@example.org"));
        await RepeatAsync(async number =>
        {
            var submitted = (await Host.TryApplyAsync($"applicant{number}@example.org", country: "GH")).Value;
            await TryVerifyAsync(submitted.Id);
            await WithdrawAsync(submitted.TrackerSecret);
        });
    }

    private async Task TryVerifyAsync(Guid registration)
    {
        var link = await new Registrar(Host).LinkOfAsync(registration, EmailKinds.VerifyEmail);
        await Host.CallAsync((VerifyEmail verify) => verify.HandleAsync(new(link.Id), default));
    }

    private async Task WithdrawAsync(string trackerSecret)
    {
        var link = await Host.Get<AdminConsole.Platform.Links.LinkUse>().FindAsync(trackerSecret, default);
        Assert.True(
            (await Host.CallAsync((WithdrawRegistration withdraw) => withdraw.HandleAsync(new(link!.Id, null), default))).IsSuccess);
    }

    private async Task FloodInvitationAsync()
    {
        var hub = await Host.AppointAsync(HubRole.HubAdministrator, "Officer");
        await RepeatAsync(async number =>
        {
            Host.Time.Advance(TimeSpan.FromSeconds(2));
            var invited = await Host.Get<InviteMember>()
                .HandleAsync(new(_nppo, "victim@example.org", NppoRole.Viewer, "en"), _boss, default);
            var seen = await Host.LookAtMemberAsync(invited.IsSuccess ? invited.Value : Guid.Empty);
            if (invited.IsSuccess) await Host.CallAsync((CancelInvitation cancel) => cancel.HandleAsync(seen, _boss, default));
            await Host.CallAsync(
                (InviteHubUser invite) => invite.HandleAsync(new("victim@example.org", HubRole.Auditor, "en"), hub, default));
            await ResendAsync(hub);
        });
    }

    private async Task ResendAsync(Actor hub)
    {
        Host.Time.Advance(TimeSpan.FromSeconds(2));
        if (await Host.StoreAsync(db => db.Set<HubUser>().Where(user => user.Email == "victim@example.org").Select(user => (Guid?)user.Id)
            .FirstOrDefaultAsync()) is { } invited)
        {
            var seen = await Host.LookAtHubUserAsync(invited);
            await Host.CallAsync((ResendHubInvitation resend) => resend.HandleAsync(seen, hub, default));
        }
    }

    private async Task FloodOfferAsync()
    {
        var colleague = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "victim@example.org");
        var member = await Host.StoreAsync(db => db.Set<Member>().Where(m => m.UserId == colleague.Id).Select(m => m.Id).SingleAsync());
        await RepeatAsync(async _ =>
        {
            var seen = await Host.LookAtNppoAsync(_nppo);
            await Host.CallAsync(
                (OfferTechnicalContact offer) => offer.HandleAsync(new(_nppo, member, seen.TechnicalContactId), _boss, default));
            seen = await Host.LookAtNppoAsync(_nppo);
            await Host.CallAsync((WithdrawTechnicalContact withdraw) => withdraw.HandleAsync(new(_nppo, seen.Offer), _boss, default));
        });
    }

    private Task FloodEmailChangeAsync() => RepeatAsync(_ => Host.CallAsync((RequestEmailChange change) =>
        change.HandleAsync(new("victim@example.org", Given.Password), _boss, default)));

    private async Task FloodLettersAsync()
    {
        await Host.AppointAsync(HubRole.SecretariatOfficer, "Officer");
        await RepeatAsync(async _ =>
        {
            var asked = await Host.AskAsync(_nppo, _boss);
            if (asked.IsSuccess) await Host.CallAsync((CancelLetter cancel) => cancel.HandleAsync(new(_nppo, asked.Value), _boss, default));
        });
    }

    private async Task FloodServingAsync()
    {
        var (nppo, boss, connection) = await Host.ServingOrganizationAsync();
        await RepeatAsync(async _ =>
        {
            Host.Time.Advance(TimeSpan.FromSeconds(2));
            await Host.Get<AskCountries>().HandleAsync(new(nppo, connection, ["CI"]), boss, default);
            var asked = await Host.StoreAsync(db => db.Set<ServedCountry>().SingleOrDefaultAsync(one => one.OpenCountryCode == "CI"));
            if (asked is null) return;
            await Host.CallAsync((AskCountryAgain again) => again.HandleAsync(SeenServing.Of(asked), boss, default));
            asked = await Host.ServingAsync(asked.Id);
            Assert.True((await Host.Get<WithdrawServing>().HandleAsync(SeenServing.Of(asked), boss, default)).IsSuccess);
        });
    }

    private static async Task RepeatAsync(Func<int, Task> act)
    {
        for (var number = 0; number < Times; number++) await act(number);
    }

    // Where one act has several causes, each counts its own.
    private static string? KindOf(EmailCause cause) => cause switch
    {
        EmailCause.ContactPointRequest => EmailKinds.ContactPointRequest,
        EmailCause.WithdrawnNotice => EmailKinds.WithdrawnNotice,
        EmailCause.ServingRequest => ServingEmails.AskedKind,
        _ => null,
    };

    private Task<List<(Guid Id, string To, string Kind)>> EmailsAsync() => Host.StoreAsync(async db =>
        (await db.Set<OutgoingEmail>().Select(mail => new { mail.Id, mail.To, mail.Kind }).ToListAsync())
            .ConvertAll(mail => (mail.Id, mail.To, mail.Kind)));
}
