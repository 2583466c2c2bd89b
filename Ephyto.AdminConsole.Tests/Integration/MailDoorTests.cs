using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.AdminConsole.Tests.Features.Letters;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>
/// Goes through every door by which somebody can have mails written to somebody else, many times in a row and each time as
/// another sender where the door lets anybody in: to one reader come no more than a few.
/// </summary>
public sealed partial class MailDoorTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const int Times = 40;
    private static readonly string[] Countries = ["GH", "TG", "BJ", "ML", "NE", "SN", "KE", "UG", "TZ", "RW", "BI", "ZM"];

    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;

    private Dictionary<MailDoor, Func<Task>> Floods => new()
    {
        [MailDoor.PasswordReset] = FloodResetAsync,
        [MailDoor.LinkRenewal] = FloodRenewalAsync,
        [MailDoor.LetterLink] = () => RepeatAsync(_ => Host.CallAsync((SendLetterLink send) => send.HandleAsync("CI", default))),
        [MailDoor.Registration] = FloodRegistrationAsync,
        [MailDoor.Recovery] = FloodRecoveryAsync,
        [MailDoor.RegistrationResend] = FloodResendAsync,
        [MailDoor.JoinRequest] = () => RepeatAsync(number => Host.Get<AskToJoin>().HandleAsync(
            new("CI", new PersonDetails("", "Some", "Body", "Officer", ""), $"stranger{number}@example.org", "en", "I inspect exports."),
            default)),
        [MailDoor.Invitation] = FloodInvitationAsync,
        [MailDoor.ContactOffer] = FloodOfferAsync,
        [MailDoor.EmailChange] = FloodEmailChangeAsync,
        [MailDoor.LetterRequest] = FloodLettersAsync,
        [MailDoor.ContactPointRequest] = FloodContactPointAsync,
        [MailDoor.WithdrawnNotice] = FloodContactPointAsync,
    };

    public static TheoryData<string> Doors => [.. Enum.GetNames<MailDoor>()];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _boss) = await Host.OrganisationAsync("CI");
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task One_reader_gets_a_few_mails_however_often_a_door_is_used(string name)
    {
        var door = Enum.Parse<MailDoor>(name);
        var before = await MailsAsync();

        await Floods[door]();

        var came = (await MailsAsync()).Except(before).Where(mail => KindOf(door) is not { } kind || mail.Kind == kind)
            .CountBy(mail => mail.To).ToList();
        Assert.NotEmpty(came);
        // What is taken back is told by a mail of its own; what the flood makes ready counts too.
        var each = door is MailDoor.ContactOffer ? 2 : 1;
        Assert.All(came, reader => Assert.InRange(reader.Value, 1, (MailLimits.MostAtOnce(door) * each) + 1));
    }

    [Fact]
    public async Task Administrators_hear_a_few_times_of_recoveries_that_are_begun_and_taken_back()
    {
        var before = await MailsAsync();

        await FloodRecoveryNoticeAsync();

        Assert.InRange((await MailsAsync()).Except(before).Count(mail => mail.To == "boss.ci@example.org"), 2,
            MailLimits.MostAtOnce(MailDoor.ContactPointRequest) * 2);
    }

    private Task FloodResetAsync() => RepeatAsync(number => Host.CallAsync((RequestPasswordReset reset) =>
        reset.HandleAsync(EmailAddress.TryParse("boss.ci@example.org")!, $"sender {number}", default)));
}
