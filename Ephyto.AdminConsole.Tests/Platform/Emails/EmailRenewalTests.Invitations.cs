using Ephyto.AdminConsole.Field.Delivery.UseCases;
using Ephyto.AdminConsole.Tests.Features.Outbox;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

public abstract partial class EmailRenewalTests
{
    [Fact]
    public async Task An_activation_and_an_invitation_go_to_the_same_person_again_as_long_as_they_stand()
    {
        var (nppo, initial) = await Host.ConfirmedNppoAsync();
        var invited = Member.Invite(nppo.Id, EmailAddress.TryParse("new@example.org")!, "en", NppoRole.Viewer, _officer.Id, Host.Now());
        await Host.AddAsync(invited);
        var early = await SentAsync("member.invitation", invited.Id);
        Assert.Equal(MemberErrors.ResentRecently, (await Host.ResendAsync(early.Email.Id, _officer)).Error);

        var activation = await RenewedAsync("member.registration-confirmed", initial.Id, TimeSpan.FromHours(1), isSent: true);
        await AssertReplacedAsync(activation.Old, activation.Fresh);
        var fresh = await Host.EmailAsync((await Host.ResendAsync(early.Email.Id, _officer)).Value);
        await AssertReplacedAsync(early, fresh);

        await Host.ChangeAsync(invited, m => m.CancelInvitation(_officer.Id, Host.Now()));
        Assert.Equal(EmailErrors.NoLongerTrue, (await Host.ResendAsync(fresh.Id, _officer)).Error);
    }

    [Fact]
    public async Task An_expired_invitation_is_not_revived_from_here()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var invited = Member.Invite(nppo.Id, EmailAddress.TryParse("new@example.org")!, "en", NppoRole.Viewer, _officer.Id, Host.Now());
        await Host.AddAsync(invited);
        var old = await SentAsync("member.invitation", invited.Id);
        Host.Time.Advance(TimeSpan.FromDays(60));
        await Host.ChangeAsync(invited, m => m.ExpireInvitation(TimeSpan.FromDays(30), Host.Now()));

        Assert.Equal(MemberErrors.NotPossibleNow, (await Host.ResendAsync(old.Email.Id, _officer)).Error);
    }

    [Fact]
    public async Task An_invitation_to_the_hub_goes_out_with_a_new_link_for_who_may_invite_and_for_nobody_else()
    {
        var colleague = HubUser.Invite(EmailAddress.TryParse("agent@example.org")!, "en", HubRole.Auditor, _officer.Id, Host.Now());
        await Host.AddAsync(colleague);

        var sent = await SentAsync("hub-user.invitation", colleague.Id);
        Host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(AccessErrors.NotAllowed, (await Host.ResendAsync(sent.Email.Id, _officer)).Error);
        Assert.Empty(await Host.Get<ResendEmail>().OfferedAsync(new(SubjectKinds.HubUser, colleague.Id), _officer, default));

        _officer = await Host.AppointAsync(HubRole.HubAdministrator, "Chief");
        var resent = await Host.ResendAsync(sent.Email.Id, _officer);
        Assert.True(resent.IsSuccess, resent.Error?.Sentence);
        await AssertReplacedAsync(sent, await Host.EmailAsync(resent.Value));
    }
}
