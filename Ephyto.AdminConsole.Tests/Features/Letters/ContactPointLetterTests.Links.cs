using System.Net;
using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Letters;

public sealed partial class ContactPointLetterTests
{
    [Fact]
    public async Task The_link_of_who_is_no_longer_the_contact_point_opens_nothing()
    {
        using var client = Host.CreateClient();
        var secret = await SendLinkAsync(client);
        await client.GetAsync($"/letters/request/{secret}");
        await Host.StoreAsync(async db =>
        {
            (await db.Set<ContactPoint>().SingleAsync(contact => contact.CurrentCountryCode == "CI")).End(Actor.System, Host.Now());
            return await db.SaveChangesAsync();
        });

        Assert.Contains("Open the link from your message", await client.GetStringAsync("/letters/request"), StringComparison.Ordinal);
        var link = await Host.LinkOfAsync((await EmailsAsync())[0]);
        var asked = await Host.Get<AdminConsole.Features.Letters.UseCases.AskByLink>()
            .HandleAsync(new(link, Languages.English, null), CancellationToken.None);
        Assert.Equal(AdminConsole.Platform.Links.LinkErrors.NotUsable, asked.Error);
    }

    [Fact]
    public async Task An_expired_link_to_the_letter_is_renewed_at_the_address_of_the_directory()
    {
        using var client = Host.CreateClient();
        await client.GetAsync($"/letters/request/{await SendLinkAsync(client)}");
        using var asked = await client.SendFormAsync("/letters/request", "request", ("Form.Language", Languages.English.Code));
        var letter = Assert.Single(await LettersAsync());
        await Host.IssueAsync(letter.Id, _officer);
        var old = await Host.EmailAsync(LetterEmails.IssuedKind, letter.Id);
        Host.Time.Advance(TimeSpan.FromDays(31));

        using var opened = await client.GetAsync($"/letters/download/{Host.SecretOf(old)}");
        Assert.EndsWith($"&purpose={LinkPurpose.LetterDownload}&state=Expired", opened.Headers.Location?.ToString(),
            StringComparison.Ordinal);
        Assert.StartsWith("/letters/download?link=", (await client.GetAsync("/letters/download/file")).Headers.Location?.ToString(),
            StringComparison.Ordinal);
        var link = (await Host.Get<AdminConsole.Platform.Links.LinkUse>().FindAsync(Host.SecretOf(old), CancellationToken.None))!;
        await RenewAsync(link);
        var renewed = await Host.EmailAsync(LetterEmails.IssuedKind, letter.Id);
        await client.GetAsync($"/letters/download/{Host.SecretOf(renewed)}");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/letters/download/file")).StatusCode);
    }

    [Fact]
    public async Task Whoever_holds_an_old_link_cannot_flood_the_contact_point_nor_put_its_new_link_out_of_use()
    {
        using var client = Host.CreateClient();
        await client.GetAsync($"/letters/request/{await SendLinkAsync(client)}");
        using var asked = await client.SendFormAsync("/letters/request", "request", ("Form.Language", Languages.English.Code));
        var letter = Assert.Single(await LettersAsync());
        await Host.IssueAsync(letter.Id, _officer);
        var old = (await Host.Get<AdminConsole.Platform.Links.LinkUse>()
            .FindAsync(Host.SecretOf(await Host.EmailAsync(LetterEmails.IssuedKind, letter.Id)), CancellationToken.None))!;

        await RenewAsync(old);
        Assert.Equal(1, await IssuedAsync());
        Host.Time.Advance(TimeSpan.FromMinutes(16));
        for (var press = 0; press < 3; press++) await RenewAsync(old);

        Assert.Equal(2, await IssuedAsync());
        var newest = await Host.LinkOfAsync(await Host.EmailAsync(LetterEmails.IssuedKind, letter.Id));
        Assert.Equal(LinkState.Open,
            await Host.StoreAsync(async db => (await db.Set<AccessLink>().SingleAsync(link => link.Id == newest)).StateAt(Host.Now())));

        async Task<int> IssuedAsync() => (await Host.EmailsAboutAsync(letter.Id)).Count(email => email.Kind == LetterEmails.IssuedKind);
    }

    private Task RenewAsync(AccessLink link) =>
        Host.CallAsync<IEnumerable<AdminConsole.Platform.Links.ILinkRenewal>>(
            renewals => renewals.Single(one => one.Purpose == link.Purpose).RenewAsync(link, CancellationToken.None));
}
