using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Tests.Features.Letters;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>
/// Has e-mails written to somebody else for every cause there is, many times in a row and each time as another sender where
/// anybody may: to one reader come no more than a few.
/// </summary>
public sealed partial class EmailLimitTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const int Times = 40;
    private static readonly string[] Countries = ["GH", "TG", "BJ", "ML", "NE", "SN", "KE", "UG", "TZ", "RW", "BI", "ZM"];

    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;

    private Dictionary<EmailCause, Func<Task>> Floods => new()
    {
        [EmailCause.PasswordReset] = FloodResetAsync,
        [EmailCause.LinkRenewal] = FloodRenewalAsync,
        [EmailCause.LetterLink] = () => RepeatAsync(_ => Host.CallAsync((SendLetterLink send) => send.HandleAsync("CI", default))),
        [EmailCause.Registration] = FloodRegistrationAsync,
        [EmailCause.Recovery] = FloodRecoveryAsync,
        [EmailCause.RegistrationResend] = FloodResendAsync,
        [EmailCause.JoinRequest] = () => RepeatAsync(number => Host.Get<AskToJoin>().HandleAsync(
            new("CI", new PersonDetails("", "Some", "Body", "Officer", ""), $"stranger{number}@example.org", "en", "I inspect exports."),
            default)),
        [EmailCause.Invitation] = FloodInvitationAsync,
        [EmailCause.ContactOffer] = FloodOfferAsync,
        [EmailCause.EmailChange] = FloodEmailChangeAsync,
        [EmailCause.LetterRequest] = FloodLettersAsync,
        [EmailCause.ContactPointRequest] = FloodContactPointAsync,
        [EmailCause.WithdrawnNotice] = FloodContactPointAsync,
        [EmailCause.ServingRequest] = FloodServingAsync,
    };

    public static TheoryData<string> Causes => [.. Enum.GetNames<EmailCause>()];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _boss) = await Host.OrganizationAsync("CI");
    }

    [Theory]
    [MemberData(nameof(Causes))]
    public async Task One_reader_gets_a_few_emails_however_often_there_is_a_cause(string name)
    {
        var cause = Enum.Parse<EmailCause>(name);
        var before = await EmailsAsync();

        await Floods[cause]();

        var came = (await EmailsAsync()).Except(before).Where(email => KindOf(cause) is not { } kind || email.Kind == kind)
            .CountBy(email => email.To).ToList();
        Assert.NotEmpty(came);
        // What is taken back is told by an e-mail of its own; what the flood makes ready counts too.
        var each = cause is EmailCause.ContactOffer ? 2 : 1;
        Assert.All(came, reader => Assert.InRange(reader.Value, 1, (EmailLimits.MostAtOnce(cause) * each) + 1));
    }

    [Fact]
    public async Task Administrators_hear_a_few_times_of_recoveries_that_are_begun_and_taken_back()
    {
        var before = await EmailsAsync();

        await FloodRecoveryNoticeAsync();

        Assert.InRange((await EmailsAsync()).Except(before).Count(email => email.To == "boss.ci@example.org"), 2,
            EmailLimits.MostAtOnce(EmailCause.ContactPointRequest) * 2);
    }

    private Task FloodResetAsync() => RepeatAsync(number => Host.CallAsync((RequestPasswordReset reset) =>
        reset.HandleAsync(EmailAddress.TryParse("boss.ci@example.org")!, $"sender {number}", default)));
}
