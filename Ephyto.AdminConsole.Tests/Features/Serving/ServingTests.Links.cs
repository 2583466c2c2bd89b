using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

public abstract partial class ServingTests
{
    [Fact]
    public async Task Whoever_is_no_longer_the_contact_point_answers_nothing_and_the_new_one_is_asked()
    {
        var asked = await AskedAsync("FR");
        var old = await LinkAsync(ServingEmails.AskedKind, asked);

        await EnterAsync("FR", "next.fr@example.org");

        Assert.Equal(LinkErrors.NotUsable, (await AnswerAsync(old, ServingWorld.Seen)).Error);
        Assert.Equal(LinkErrors.NotUsable, (await Host.Get<ViewServedCountry>().HandleAsync(old, default)).Error);
        Assert.Equal(ServingErrors.Taken, (await AskAsync("FR")).Value[0].Refusal);
        Assert.Equal("next.fr@example.org", (await Host.EmailAsync(ServingEmails.AskedKind, asked)).To);
        Assert.Equal(ServingState.Confirmed, (await Host.ConfirmedAsync(asked)).State);

        await EnterAsync("FR", "third.fr@example.org");
        Assert.Equal("third.fr@example.org", (await Host.EmailAsync(ServingEmails.LinkKind, asked)).To);
        Assert.Single(await OpenLinksAsync(asked));
    }

    [Fact]
    public async Task Who_has_an_expired_link_gets_a_new_one_and_nobody_else_causes_a_message()
    {
        var asked = await AskedAsync("FR");
        var old = await Host.StoreAsync(db => db.Set<AccessLink>().AsNoTracking().SingleAsync(link => link.SubjectId == asked));
        Host.Time.Advance(TimeSpan.FromDays(61));
        Assert.Equal(LinkErrors.Expired, (await Host.Get<ViewServedCountry>().HandleAsync(old.Id, default)).Error);

        await RenewAsync(old);
        Assert.Equal(2, (await EmailsAsync(ServingEmails.AskedKind)).Count);
        Assert.Equal(ServingState.Confirmed, (await Host.ConfirmedAsync(asked)).State);
        await RenewAsync(old);
        Assert.Equal(2, (await EmailsAsync(ServingEmails.LinkKind)).Count);
        Assert.Single(await OpenLinksAsync(asked));

        await EnterAsync("FR", "next.fr@example.org");
        var count = (await EmailsAsync(ServingEmails.LinkKind)).Count;
        await RenewAsync(old);
        Assert.Equal(count, (await EmailsAsync(ServingEmails.LinkKind)).Count);
    }

    private Task RenewAsync(AccessLink link) => Host.CallAsync<IEnumerable<ILinkRenewal>>(
        renewals => renewals.Single(one => one.Purpose == link.Purpose).RenewAsync(link, default));

    private Task<int> EnterAsync(string country, string email) => Host.StoreAsync(async db =>
    {
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        (await db.Set<ContactPoint>().SingleAsync(c => c.CurrentCountryCode == country)).End(Actor.System, Host.Now());
        await db.SaveChangesAsync();
        db.Add(ServingWorld.Contact(country, email, Host.Now()));
        return await db.SaveChangesAsync();
    });
}
