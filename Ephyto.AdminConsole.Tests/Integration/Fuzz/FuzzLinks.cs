using System.Net;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Features.Letters;
using Ephyto.AdminConsole.Tests.Features.Serving;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>A link of every purpose, to something that is there, opened in a browser as its reader opens it.</summary>
internal static class FuzzLinks
{
    private static readonly LinkState[] Ends = [LinkState.Used, LinkState.Revoked, LinkState.Expired];

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <param name="name">Tells what the links lead to from what those of another person do.</param>
    /// <returns>The links, by their ids.</returns>
    public static async Task<IReadOnlyList<Guid>> OpenAsync(AccessWorld world, HttpClient browser, string name, string country,
        string unverified, string member)
    {
        var host = world.Host;
        var subjects = await SubjectsAsync(world, name, country, unverified, member);
        Assert.Equal(Enum.GetValues<LinkPurpose>(), subjects.Keys.Order());
        List<Guid> opened = [];
        foreach (var (purpose, (subject, holder)) in subjects)
        {
            var link = await host.StoreAsync(async db =>
            {
                var issued = host.Get<LinkIssuer>().Add(db, purpose, subject, holder, Lifetime);
                await db.SaveChangesAsync();
                return issued;
            });
            opened.Add(link.Link.Id);
            using var answer =
                await browser.GetAsync(new Uri($"/{host.Get<LinkRoutes>().Of(purpose).Path}/{link.Secret}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.DoesNotContain("link-problem", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        return opened;
    }

    /// <param name="state">How they end; null: by turns in each way.</param>
    public static Task EndAsync(AccessWorld world, IReadOnlyList<Guid> links, LinkState? state = null) => world.Host.StoreAsync(async db =>
    {
        var now = world.Host.Now();
        foreach (var (index, id) in links.Index())
        {
            var link = db.Set<AccessLink>().Where(link => link.Id == id);
            _ = (state ?? Ends[index % Ends.Length]) switch
            {
                LinkState.Used => await link.ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now)),
                LinkState.Revoked => await link.ExecuteUpdateAsync(set => set.SetProperty(l => l.RevokedAt, now)),
                _ => await link.ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, now.AddMinutes(-1))),
            };
        }

        return links.Count;
    });

    private static async Task<Dictionary<LinkPurpose, (Guid Subject, Guid Holder)>> SubjectsAsync(
        AccessWorld world, string name, string country, string unverified, string member)
    {
        var host = world.Host;
        var now = host.Now();
        var submitted = host.Submitted(unverified);
        var waiting = await host.SubmittedAsync(country,
            Given.Awa with { Email = $"{name}.applicant@example.org", PreferredLanguage = "en" });
        var account = await host.AccountAsync($"{name}.account@example.org");
        var invited = Member.Invite(world.NppoId, EmailAddress.TryParse($"{name}.invited@example.org")!, "en", NppoRole.Viewer,
            world[Person.Administrator].Id, now);
        var appointed = HubUser.Invite(EmailAddress.TryParse($"{name}.officer@example.org")!, "en", HubRole.Auditor,
            world[Person.HubAdministrator].Id, now);
        var wish = new EmailChange { UserId = account.Id, NewEmail = $"{name}.new@example.org", AskedAt = now };
        await host.AddAsync(submitted, invited, appointed, wish);
        var (nppo, boss) = await host.OrganizationAsync(member);
        var letter = await host.IssuedLetterAsync(nppo, boss, world[Person.SecretariatOfficer]);
        var (asked, contact) = (await ContactAsync(host, country), await ContactAsync(host, member));
        return new()
        {
            [LinkPurpose.VerifyEmail] = (submitted.Id, submitted.Id),
            [LinkPurpose.ApplicantTracker] = (waiting, waiting),
            [LinkPurpose.ContactPointDecision] = (waiting, asked),
            [LinkPurpose.ActivateAccount] = (invited.Id, invited.Id),
            [LinkPurpose.ResetPassword] = (account.Id, account.Id),
            [LinkPurpose.HubSetup] = (Guid.Empty, Guid.Empty),
            [LinkPurpose.ConfirmOldEmail] = (wish.Id, account.Id),
            [LinkPurpose.ConfirmNewEmail] = (wish.Id, account.Id),
            [LinkPurpose.ActivateHubUser] = (appointed.Id, appointed.Id),
            [LinkPurpose.LetterRequest] = (nppo, contact),
            [LinkPurpose.LetterDownload] = (letter.Id, contact),
            [LinkPurpose.ServedCountry] = (await ServingAsync(world, nppo, boss, country), asked),
        };
    }

    private static async Task<Guid> ServingAsync(AccessWorld world, Guid nppo, Actor boss, string country)
    {
        var connection = await ServingWorld.ConnectAsync(world.Host, nppo);
        return (await world.Host.AskedAsync(nppo, boss, connection, country)).Id;
    }

    private static Task<Guid> ContactAsync(ConsoleHost host, string country) =>
        host.StoreAsync((ConsoleDbContext db) => db.Set<ContactPoint>().Where(c => c.CurrentCountryCode == country).Select(c => c.Id)
            .SingleAsync());
}
