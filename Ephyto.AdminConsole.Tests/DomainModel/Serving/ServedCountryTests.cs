using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Tests.DomainModel.Serving;

/// <summary>How a connection comes to serve a country, and how that ends.</summary>
public sealed partial class ServedCountryTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);
    private static readonly Guid Person = Guid.NewGuid();
    private static readonly ServingConnection Traces = new(Guid.NewGuid(), "EU", new(Guid.NewGuid(), "EU"), IsSet: true);

    private static readonly ServedExchange Both = new(Sends: true, Receives: true);

    private readonly ContactPoint _contact = Contact();

    [Fact]
    public void The_contact_point_is_asked_and_confirms_once()
    {
        var served = Guid.NewGuid();
        var serving = ServedCountry.Ask(Traces, "FR", served, _contact, Person, Now).Value;
        Assert.Equal((ServingState.Asked, "FR", "FR", "EU", Traces.NppoId, Traces.Connection.Id),
            (serving.State, serving.CountryCode, serving.OpenCountryCode, serving.ConnectionCode, serving.NppoId, serving.ConnectionId));
        Assert.False(serving.Serves);
        var asked = Assert.IsType<ServingAsked>(Assert.Single(serving.DomainEvents));
        Assert.Equal(
            [new(SubjectKinds.Serving, serving.Id), new(SubjectKinds.Nppo, Traces.NppoId), new(SubjectKinds.Nppo, served)], asked.Subjects);
        Assert.Equal([new SubjectRef(SubjectKinds.ContactPoint, _contact.Id)], asked.AlsoAbout);
        Assert.Equal((EventFact.Country("FR"), EventFact.Words("EU")), (asked.Facts["country"], asked.Facts["connection"]));

        Assert.True(Confirm(serving, Now.AddDays(1)).IsSuccess);

        Assert.Equal((ServingState.Confirmed, Now.AddDays(1), Now.AddDays(1), false),
            (serving.State, serving.StateSince, serving.ConfirmedAt, serving.SelfConfirmed));
        Assert.True(serving is { Serves: true, IsOpen: true });
        var confirmed = Assert.IsType<ServingConfirmed>(serving.DomainEvents[^1]);
        Assert.Equal((Actor.ContactPoint(_contact.Id), EventFact.YesNo(false)), (confirmed.Actor, confirmed.Facts["selfConfirmed"]));
        Assert.Equal(ServingErrors.NotPossibleNow, Confirm(serving, Now).Error);
        Assert.Equal(ServingErrors.NotPossibleNow, serving.Decline(_contact, "No.", Now).Error);
        Assert.Equal(ServingErrors.NotPossibleNow, serving.Withdraw(ServingSide.Hub, Actor.System, Now).Error);
        Assert.Equal(ServingErrors.NotPossibleNow, serving.AskAgain(_contact, Person, Now).Error);
        Assert.Equal(ServingErrors.NotPossibleNow, serving.Renew(_contact, Actor.System, Now).Error);
    }

    [Fact]
    public void Nobody_is_asked_for_the_own_country_by_a_dead_connection_or_where_nobody_may_confirm_alone()
    {
        Assert.Equal(ServingErrors.Itself, ServedCountry.Ask(Traces, "EU", null, _contact, Person, Now).Error);
        Assert.Equal(ServingErrors.ConnectionNotSet,
            ServedCountry.Ask(Traces with { IsSet = false }, "FR", null, _contact, Person, Now).Error);
        foreach (var nobody in new[] { null, Contact(ContactPointKind.InformationPoint), Contact(ContactPointKind.LocalContact),
            Contact(email: "no address") })
        {
            Assert.Equal(ServingErrors.NoOfficialContact, ServedCountry.Ask(Traces, "FR", null, nobody, Person, Now).Error);
            Assert.Equal(ServingErrors.NoOfficialContact, Asked().AskAgain(nobody, Person, Now.AddDays(1)).Error);
            Assert.Equal(ServingErrors.NoOfficialContact, Asked().Renew(nobody, Actor.System, Now).Error);
        }

        Assert.Equal(ServingErrors.NoOfficialContact,
            Asked().Confirm(Contact(ContactPointKind.LocalContact), Both, false, SelfConfirmationRule.Allow, Now).Error);
        var two = ServedCountry.Ask(Traces, "FR", null, _contact, Person, Now).Value;
        Assert.Equal([new(SubjectKinds.Serving, two.Id), new(SubjectKinds.Nppo, Traces.NppoId)], two.DomainEvents[0].Subjects);
    }

    [Theory]
    [InlineData(SelfConfirmationRule.Allow, null)]
    [InlineData(SelfConfirmationRule.Countersign, "serving.self-confirmation")]
    [InlineData(SelfConfirmationRule.Forbid, "serving.self-confirmation")]
    public void Who_asked_confirms_only_where_the_hub_allows_it_and_it_is_marked(SelfConfirmationRule rule, string? refusal)
    {
        var serving = Asked();

        Assert.Equal(refusal, serving.Confirm(_contact, Both, true, rule, Now).Error?.Code);

        Assert.Equal((refusal is null, refusal is null), (serving.Serves, serving.SelfConfirmed));
        Assert.True(Asked().Confirm(_contact, Both, false, rule, Now).IsSuccess);
    }

    [Fact]
    public void A_refusal_says_why_and_gives_the_country_free()
    {
        var serving = Asked();
        Assert.Equal(ServingErrors.ReasonNeeded, serving.Decline(_contact, " ", Now).Error);
        Assert.Equal(ServingState.Asked, serving.State);

        Assert.True(serving.Decline(_contact, " We have a system. ", Now).IsSuccess);

        Assert.Equal((ServingState.Declined, "We have a system.", null), (serving.State, serving.Words, serving.OpenCountryCode));
        Assert.False(serving.IsOpen);
        Assert.IsType<ServingDeclined>(serving.DomainEvents[^1]);
        Assert.Equal(ServingErrors.NotPossibleNow, Confirm(serving, Now).Error);
        Assert.Equal(ServingErrors.NotPossibleNow, End(serving, Today, "Why").Error);
    }

    [Fact]
    public void Asking_again_counts_for_who_asks_then_and_a_new_link_for_who_asked_before()
    {
        var (serving, next) = (Asked(), Contact());
        var colleague = Guid.NewGuid();

        Assert.Equal(
            ServingErrors.AskedRecently, serving.AskAgain(next, colleague, Now.Add(ServedCountry.PauseOfAsking).AddTicks(-1)).Error);
        Assert.True(serving.AskAgain(next, colleague, Now.AddDays(2)).IsSuccess);
        Assert.Equal((colleague, next.Id, Now.AddDays(2)), (serving.AskedBy, serving.ContactPointId, serving.AskedAt));
        Assert.Equal(Actor.User(colleague), serving.DomainEvents[^1].Actor);

        Assert.True(serving.Renew(_contact, Actor.ContactPoint(_contact.Id), Now.AddDays(3)).IsSuccess);
        Assert.Equal((colleague, _contact.Id), (serving.AskedBy, serving.ContactPointId));
        Assert.Equal(3, serving.DomainEvents.OfType<ServingAsked>().Count());
    }

    [Fact]
    public void A_new_contact_point_is_asked_or_told_and_one_that_may_not_confirm_alone_is_not_asked()
    {
        var (serving, next) = (Asked(), Contact());
        serving.ContactChanged(Contact(ContactPointKind.LocalContact), Actor.System, Now);
        Assert.Equal(_contact.Id, serving.ContactPointId);
        serving.ContactChanged(next, Actor.System, Now);
        Assert.Equal(next.Id, serving.ContactPointId);
        Assert.Equal(2, serving.DomainEvents.OfType<ServingAsked>().Count());

        Confirm(serving, Now);
        var local = Contact(ContactPointKind.LocalContact);
        serving.ContactChanged(local, Actor.System, Now);

        Assert.Equal(local.Id, serving.ContactPointId);
        var told = Assert.IsType<ServingContactTold>(serving.DomainEvents[^1]);
        Assert.Equal([new SubjectRef(SubjectKinds.ContactPoint, local.Id)], told.AlsoAbout);
        End(serving, Today, "Over.");
        var count = serving.DomainEvents.Count;
        serving.ContactChanged(next, Actor.System, Now);
        Assert.Equal(count, serving.DomainEvents.Count);
    }

    [Fact]
    public void A_question_is_taken_back_before_it_is_answered()
    {
        var serving = Asked();

        Assert.True(serving.Withdraw(ServingSide.ServingOrganization, Actor.User(Person), Now).IsSuccess);

        Assert.Equal((ServingState.Withdrawn, ServingSide.ServingOrganization, null),
            (serving.State, serving.EndedBy, serving.OpenCountryCode));
        Assert.Equal(EventFact.Term(ServingSide.ServingOrganization),
            Assert.IsType<ServingWithdrawn>(serving.DomainEvents[^1]).Facts["side"]);
    }

    [Fact]
    public void Either_side_ends_it_from_a_day_on_and_until_then_it_serves()
    {
        var serving = Confirmed();
        Assert.Equal(ServingErrors.DayNeeded, End(serving, null, "Why").Error);
        Assert.Equal(ServingErrors.DayNeeded, End(serving, Today.AddDays(-1), "Why").Error);
        Assert.Equal(ServingErrors.ReasonNeeded, End(serving, Today.AddDays(9), null).Error);
        Assert.False(serving.Advance(Now.AddDays(99)));

        Assert.True(End(serving, Today.AddDays(9), "A system of our own.").IsSuccess);

        Assert.Equal((ServingState.Ending, Today.AddDays(9), ServingSide.ServedCountry, "A system of our own."),
            (serving.State, serving.EndsOn, serving.EndedBy, serving.Words));
        Assert.True(serving is { Serves: true, IsOpen: true });
        var notice = Assert.IsType<ServingNoticeGiven>(serving.DomainEvents[^1]);
        Assert.Equal((EventFact.Day(Today.AddDays(9)), EventFact.Term(ServingSide.ServedCountry)),
            (notice.Facts["endsOn"], notice.Facts["side"]));
        Assert.False(serving.Advance(Now.AddDays(8)));
        Assert.True(serving.Advance(Now.AddDays(9)));
        Assert.Equal((ServingState.Ended, null), (serving.State, serving.OpenCountryCode));
        Assert.Equal((Actor.System, EventFact.Term(ServingSide.ServedCountry)),
            (serving.DomainEvents[^1].Actor, Assert.IsType<ServingEnded>(serving.DomainEvents[^1]).Facts["side"]));
        Assert.False(serving.Advance(Now.AddDays(10)));
    }

    [Fact]
    public void A_notice_is_only_brought_forward_and_today_ends_it_at_once()
    {
        var serving = Confirmed();
        Assert.Equal(ServingErrors.DayTooFar, End(serving, ServedCountry.LastDayOfNotice(Now).AddDays(1), "A slip.").Error);
        End(serving, Today.AddDays(9), "Later.");
        Assert.Equal(ServingErrors.EarlierDayNeeded, End(serving, Today.AddDays(9), "Same.").Error);
        Assert.True(End(serving, Today.AddDays(8), "Earlier.").IsSuccess);
        Assert.Equal(ServingState.Ending, serving.State);

        Assert.True(serving.End(ServingSide.Hub, Today, "At once.", Actor.User(Person), Now).IsSuccess);

        Assert.Equal((ServingState.Ended, ServingSide.Hub, false), (serving.State, serving.EndedBy, serving.Serves));
        Assert.Equal(ServingErrors.NotPossibleNow, End(serving, Today, "Again.").Error);
    }

    [Fact]
    public void With_its_organization_it_ends_at_once_and_a_question_is_taken_back()
    {
        var (asked, confirmed, ended) = (Asked(), Confirmed(), Confirmed());
        End(ended, Today, "Over.");
        var count = ended.DomainEvents.Count;

        foreach (var serving in new[] { asked, confirmed, ended }) serving.EndWithOrganization(Actor.System, Now);

        Assert.Equal((ServingState.Withdrawn, ServingState.Ended, ServingState.Ended), (asked.State, confirmed.State, ended.State));
        Assert.Equal((ServingSide.Hub, Today), (confirmed.EndedBy, confirmed.EndsOn));
        var noticed = Confirmed();
        End(noticed, Today.AddDays(9), "Our own system.");
        noticed.EndWithOrganization(Actor.System, Now);
        Assert.Equal((ServingSide.Hub, null), (noticed.EndedBy, noticed.Words));
        Assert.Equal(count, ended.DomainEvents.Count);
    }

    [Fact]
    public void The_organization_of_the_country_is_named_with_what_happens_from_then_on()
    {
        var (serving, nppo) = (Asked(), Guid.NewGuid());
        serving.Concerns(nppo);
        Confirm(serving, Now);
        Assert.Contains(new(SubjectKinds.Nppo, nppo), serving.DomainEvents[^1].Subjects);
        Assert.Equal(nppo, serving.ServedNppoId);
    }

    private static ContactPoint Contact(
        ContactPointKind kind = ContactPointKind.OfficialContactPoint, string email = "contact.fr@example.org") =>
        ContactPoint.Enter("FR", new(kind, "", "Anne", "Martin", "Director", "Ministry", "", "", email, "fr"), Actor.System, Now);

    private ServedCountry Asked() => ServedCountry.Ask(Traces, "FR", null, _contact, Person, Now).Value;

    private ServedCountry Confirmed(ServedExchange? read = null)
    {
        var serving = Asked();
        Assert.True(Confirm(serving, Now, read).IsSuccess);
        return serving;
    }

    private Result Confirm(ServedCountry serving, DateTime now, ServedExchange? read = null) =>
        serving.Confirm(_contact, read ?? Both, false, SelfConfirmationRule.Allow, now);

    private Result End(ServedCountry serving, DateOnly? day, string? words) =>
        serving.End(ServingSide.ServedCountry, day, words, Actor.ContactPoint(_contact.Id), Now);
}
