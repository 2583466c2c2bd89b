using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Tests.Features.Outbox;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Letters;

/// <summary>An officer has a message with a link to a letter sent again from the outbox.</summary>
public sealed class LetterRenewalTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private Guid _nppo;
    private Actor _officer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _) = await Host.OrganizationAsync("CI");
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        await Host.Get<SendLetterLink>().HandleAsync("CI", CancellationToken.None);
    }

    [Fact]
    public async Task The_link_goes_out_anew_and_the_old_one_dies()
    {
        var (old, link) = await SentAsync();

        var resent = await Host.ResendAsync(old.Id, _officer);

        Assert.True(resent.IsSuccess, resent.Error?.Sentence);
        var fresh = await Host.EmailAsync(resent.Value);
        Assert.Equal((LetterEmails.LinkKind, old.To, EmailState.Queued), (fresh.Kind, fresh.To, fresh.State));
        Assert.Equal([LinkState.Revoked, LinkState.Open], [await StateAsync(link), await StateAsync(await Host.LinkOfAsync(fresh))]);
    }

    [Fact]
    public async Task Without_a_contact_on_file_there_is_nobody_to_send_it_to()
    {
        var (old, _) = await SentAsync();
        await Host.StoreAsync(async db =>
        {
            (await db.Set<ContactPoint>().SingleAsync(c => c.CurrentCountryCode == "CI")).End(Actor.System, Host.Now());
            return await db.SaveChangesAsync();
        });

        Assert.Equal(RegistrationErrors.NoContactPoint, (await Host.ResendAsync(old.Id, _officer)).Error);
    }

    private async Task<(OutgoingEmail Email, Guid Link)> SentAsync()
    {
        var email = await Host.EmailAsync(LetterEmails.LinkKind, _nppo);
        var link = await Host.LinkOfAsync(email);
        await Host.SendDueAsync();
        Host.Time.Advance(TimeSpan.FromMinutes(2));
        return (await Host.EmailAsync(email.Id), link);
    }

    private Task<LinkState> StateAsync(Guid link) =>
        Host.StoreAsync(async db => (await db.Set<AccessLink>().SingleAsync(l => l.Id == link)).StateAt(Host.Now()));
}
