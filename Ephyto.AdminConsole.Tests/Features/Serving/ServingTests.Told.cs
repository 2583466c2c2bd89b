using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

/// <content>How often, and with which link, contact points are told.</content>
public abstract partial class ServingTests
{
    private static readonly ConnectionSettings Receiving = ServingWorld.Sending with { Send = false };

    [Fact]
    public async Task Changes_that_follow_each_other_are_told_by_one_message_by_one_node()
    {
        var served = await ConfirmedAsync("FR");
        var before = await LinkAsync(ServingEmails.LinkKind, served);
        await ChangeConnectionAsync(_ => ServingWorld.Sending with { Receive = false });
        await ChangeConnectionAsync(_ => Receiving);
        Assert.Equal(0, await Host.Get<TellChanges>().HandleAsync(default));
        // Until then the link that the contact point has still opens.
        Assert.Equal(LinkState.Open, (await Host.Get<ViewServedCountry>().HandleAsync(before, default)).Value.Link);

        Host.Time.Advance(ServedCountry.PauseOfTelling);
        var told = await Task.WhenAll(
            Task.Run(() => Host.Get<TellChanges>().HandleAsync(default)), Task.Run(() => Host.Get<TellChanges>().HandleAsync(default)));

        Assert.Equal(1, told.Sum());
        Assert.Equal(0, await TellChangesAsync());
        var message = Assert.Single(await EmailsAsync(ServingEmails.LinkKind), email => email.State == EmailState.Queued);
        Assert.Matches(@"Envoie\s*:\s*Non", message.Text);
        Assert.Matches(@"Reçoit\s*:\s*Oui", message.Text);
        Assert.Single(await OpenLinksAsync(served));
    }

    [Fact]
    public async Task A_question_that_is_taken_back_is_told_only_where_it_was_sent()
    {
        await ChangeConnectionAsync(_ => Receiving);
        var asked = await AskedAsync("FR");
        Assert.True((await AnswerAsync(await LinkAsync(ServingEmails.AskedKind, asked), ServedExchange.Of(Receiving))).IsSuccess);
        await ChangeConnectionAsync(_ => ServingWorld.Sending);
        await ChangeConnectionAsync(_ => Receiving);
        Assert.Equal(0, await TellChangesAsync());
        Assert.Single(await EmailsAsync(ServingEmails.LinkKind));

        await ChangeConnectionAsync(_ => ServingWorld.Sending);
        Assert.Equal(1, await TellChangesAsync());
        await ChangeConnectionAsync(_ => Receiving);
        Assert.Equal(1, await TellChangesAsync());

        Assert.Contains(
            "Cette demande est retirée", (await Host.EmailAsync(ServingEmails.LinkKind, asked)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_by_which_more_is_agreed_to_is_sent_again_to_the_contact_point_alone_a_few_times_with_a_new_link()
    {
        var (french, _) = await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "fr@example.org" });
        await Host.ActiveMemberAsync(french.Id, NppoRole.Administrator, "boss.fr@example.org");
        await ChangeConnectionAsync(_ => Receiving);
        var asked = await AskedAsync("FR");
        Assert.True((await AnswerAsync(await LinkAsync(ServingEmails.AskedKind, asked), ServedExchange.Of(Receiving))).IsSuccess);
        Assert.Equal(ServingErrors.NotPossibleNow, await AgainAsync());
        await ChangeConnectionAsync(_ => ServingWorld.Sending);
        Assert.Equal(ServingErrors.AskedRecently, await AgainAsync());
        Assert.Equal(1, await TellChangesAsync());
        var old = await LinkAsync(ServingEmails.LinkKind, asked);
        Assert.Equal(ServingErrors.AskedRecently, await AgainAsync());
        Assert.Equal(Host.Now() + ServedCountry.PauseOfAsking, await AgainFromAsync());
        Host.Time.Advance(ServedCountry.PauseOfAsking);
        Assert.Null(await AgainFromAsync());

        Assert.Null(await AgainAsync());

        Assert.Equal(LinkErrors.NotUsable, (await AnswerAsync(old, ServingWorld.Seen)).Error);
        Assert.Single(await EmailsAsync(ServingChangeTold.Name));
        Host.Time.Advance(ServedCountry.PauseOfAsking);
        Assert.Null(await AgainAsync());
        Host.Time.Advance(ServedCountry.PauseOfAsking);
        // Three within a day, and one was the question itself.
        Assert.True(await AgainFromAsync() > Host.Now().AddHours(1));
        Assert.Equal(EmailErrors.TooMany, await AgainAsync());
        var newest = await Host.EmailAsync(ServingEmails.LinkKind, asked);
        Assert.Contains("La connexion fait plus", newest.Text, StringComparison.Ordinal);
        Assert.True((await AnswerAsync(await Host.LinkOfAsync(newest), ServingWorld.Seen)).IsSuccess);

        async Task<DomainError?> AgainAsync() => (await Host.Get<AskCountryAgain>()
            .HandleAsync(SeenServing.Of(await Host.ServingAsync(asked)), _boss, default)).Error;

        async Task<DateTime?> AgainFromAsync()
        {
            var view = (await Host.Get<ViewServing>().HandleAsync(_nppo, _boss, default)).Value;
            return view.AgainFrom.TryGetValue(asked, out var from) ? from : null;
        }
    }

    [Fact]
    public async Task Who_is_told_that_exchange_stops_goes_on_or_ends_gets_a_link_and_who_has_not_agreed_to_all_one_to_agree()
    {
        await ChangeConnectionAsync(_ => Receiving);
        var served = await AskedAsync("FR");
        Assert.True((await AnswerAsync(await LinkAsync(ServingEmails.AskedKind, served), ServedExchange.Of(Receiving))).IsSuccess);
        await ChangeConnectionAsync(_ => ServingWorld.Sending);
        await DecideAsync(nppo => nppo.Suspend("Their key was lost.", _hub, Host.Now()));
        Assert.Equal(LinkState.Open, (await OpenedAsync(ServingInterrupted.Name)).Link);

        await DecideAsync(nppo => nppo.Reactivate(_hub, Host.Now()));

        Assert.True((await OpenedAsync(ServingResumed.Name)).MayAgree);
        var resumed = Assert.Single(await EmailsAsync(ServingResumed.Name));
        Assert.Contains("La connexion fait plus", resumed.Text, StringComparison.Ordinal);
        Assert.True((await EndAsync(served, Today.AddDays(10), _boss)).IsSuccess);
        var notice = await Host.EmailAsync(ServingEmails.LinkKind, served);
        Assert.StartsWith("Préavis", notice.Subject, StringComparison.Ordinal);
        Assert.Equal(ServingState.Ended, (await Host.Get<EndServingByLink>().HandleAsync(
            new(await Host.LinkOfAsync(notice), (await Host.ServingAsync(served)).Version, Today, "At once."), default)).Value);
        Assert.Contains("participation?search=FR",
            Assert.Single(await EmailsAsync(ServingEnded.Name), email => email.To == OfFrance).Text, StringComparison.Ordinal);

        async Task<ServedCountryView> OpenedAsync(string kind) =>
            (await Host.Get<ViewServedCountry>().HandleAsync(await LinkAsync(kind, served), default)).Value;
    }

    [Fact]
    public async Task While_the_organization_is_suspended_a_message_with_a_new_link_says_so()
    {
        var served = await ConfirmedAsync("FR");
        await DecideAsync(nppo => nppo.Suspend("Their key was lost.", _hub, Host.Now()));

        await EnterAsync("FR", "next.fr@example.org");

        Assert.Contains("The Hub has suspended", (await Host.EmailAsync(ServingEmails.LinkKind, served)).Text, StringComparison.Ordinal);
    }

    private Task<int> TellChangesAsync()
    {
        Host.Time.Advance(ServedCountry.PauseOfTelling);
        return Host.Get<TellChanges>().HandleAsync(default);
    }
}
