using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

public sealed class LookAlikeInvitationTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task No_two_members_have_addresses_that_the_eye_takes_for_one()
    {
        var nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        var boss = await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "boss@example.org");
        await Host.ActiveMemberAsync(nppo, NppoRole.Viewer, "copa@example.org");

        Assert.Equal(MemberErrors.LooksLikeMember, (await InviteAsync(nppo, "c\u043Epa@example.org", boss)).Error);
        Assert.Equal(MemberErrors.AlreadyMember, (await InviteAsync(nppo, "co\u200Bpa@example.org", boss)).Error);
        Assert.Equal(EmailAddressErrors.CurlyApostrophe, (await InviteAsync(nppo, "o\u2019brien@example.org", boss)).Error);
        Assert.True((await InviteAsync(nppo, "cora@example.org", boss)).IsSuccess);
        var lines = (await Host.Get<InviteMembers>()
            .HandleAsync(new(nppo, "new@example.org, c\u043Epa@example.org", NppoRole.Viewer, null, "en"), boss, default)).Value;
        Assert.Equal([InviteOutcome.Invited, InviteOutcome.LooksAlike], lines.Select(line => line.Outcome));
    }

    private Task<Result<Guid>> InviteAsync(Guid nppo, string email, Actor boss) =>
        Host.Get<InviteMember>().HandleAsync(new(nppo, email, NppoRole.Viewer, "en"), boss, default);
}
