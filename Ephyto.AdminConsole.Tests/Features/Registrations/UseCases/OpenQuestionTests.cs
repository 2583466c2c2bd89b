using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.UseCases;

public sealed class OpenQuestionsOnSqlite() : OpenQuestionTests(DatabaseKind.Sqlite);

public sealed class OpenQuestionsOnPostgreSql() : OpenQuestionTests(DatabaseKind.PostgreSql);

/// <summary>A contact point has asked, and the representative has not answered: a telephone call may settle it.</summary>
public abstract class OpenQuestionTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Registrar Registrar => field ??= new Registrar(Host);

    [Theory]
    [InlineData("confirm", RegistrationStatus.Confirmed, "")]
    [InlineData("decline", RegistrationStatus.Declined, RegistrationDeclined.Name)]
    [InlineData("step aside", RegistrationStatus.Escalated, RegistrationEscalated.Name)]
    public async Task The_link_that_asked_still_decides_and_the_representative_is_told(string act, RegistrationStatus expected, string told)
    {
        var (registration, link) = await AskedAsync();

        var decided = await DecideAsync(act, link);

        Assert.True(decided.IsSuccess, decided.Error?.Sentence);
        Assert.Equal(expected, (await Registrar.LoadAsync(registration.Id)).Status);
        if (told.Length > 0) Assert.Single(await Registrar.EmailsAsync(registration.Id, told));
        // The question has not gone out yet, and asks for nothing any more.
        Assert.Equal(EmailState.Cancelled, Assert.Single(await Registrar.EmailsAsync(registration.Id, EmailKinds.Question)).State);
        Assert.Equal(LinkErrors.NotUsable, (await DecideAsync("confirm", link)).Error);
    }

    [Fact]
    public async Task A_question_decided_meanwhile_takes_no_answer()
    {
        var (registration, link) = await AskedAsync();
        var tracker = await Registrar.LinkOfAsync(registration.Id, EmailKinds.Question);
        await DecideAsync("decline", link);

        var answered = await Host.CallAsync((AnswerQuestion answer) => answer.HandleAsync(new(tracker.Id, "The minister."), default));

        Assert.Equal(RegistrationErrors.NotPossibleNow, answered.Error);
    }

    [Fact]
    public async Task One_question_waits_at_a_time_and_the_refused_one_leaves_the_link()
    {
        var (registration, link) = await AskedAsync();

        var again = await Host.CallAsync((AskApplicant ask) => ask.HandleAsync(new(link, "And when?"), default));

        Assert.Equal(RegistrationErrors.NotPossibleNow, again.Error);
        Assert.Single(await Registrar.EmailsAsync(registration.Id, EmailKinds.Question));
        Assert.True((await DecideAsync("confirm", link)).IsSuccess);
    }

    [Fact]
    public async Task The_answer_comes_first_in_its_email_under_a_subject_of_its_own_and_ends_the_older_link()
    {
        var (registration, link) = await AskedAsync();
        var first = Assert.Single(await Registrar.EmailsAsync(registration.Id, EmailKinds.ContactPointRequest));
        await AnswerAsync(registration);

        var mail = (await Registrar.EmailsAsync(registration.Id, EmailKinds.ContactPointRequest))[^1];
        Assert.NotEqual(first.Subject, mail.Subject);
        Assert.StartsWith("Réponse à votre question", mail.Subject, StringComparison.Ordinal);
        AssertInOrder(mail.Text, "Who decided?", "The minister.", "Direction de la Protection des Végétaux");
        Assert.Equal(LinkErrors.NotUsable, (await DecideAsync("confirm", link)).Error);
    }

    [Fact]
    public async Task A_successor_reads_that_the_contact_point_before_asked()
    {
        var (registration, _) = await AskedAsync();
        await ReplaceContactAsync();
        await AnswerAsync(registration);

        var mail = (await Registrar.EmailsAsync(registration.Id, EmailKinds.ContactPointRequest))[^1];
        Assert.Equal("successor@example.org", mail.To);
        Assert.DoesNotContain("votre question", mail.Subject + mail.Text, StringComparison.Ordinal);
        AssertInOrder(mail.Text, "Le point de contact précédent a demandé", "Who decided?", "The minister.");
    }

    [Fact]
    public async Task Who_is_no_longer_on_file_gets_no_new_link_while_the_question_is_open()
    {
        var (registration, link) = await AskedAsync();
        await ReplaceContactAsync();
        Host.Time.Advance(TimeSpan.FromMinutes(5));

        var old = await Host.StoreAsync(db => db.Set<AccessLink>().AsNoTracking().SingleAsync(l => l.Id == link));
        await Host.CallAsync(async (IEnumerable<ILinkRenewal> renewals) =>
            await renewals.Single(r => r.Purpose == LinkPurpose.ContactPointDecision).RenewAsync(old, default));

        Assert.Single(await Registrar.EmailsAsync(registration.Id, EmailKinds.ContactPointRequest));
        Assert.Equal(RegistrationErrors.NotYours, (await DecideAsync("confirm", link)).Error);
    }

    [Theory]
    [InlineData("decline", "Trop tôt.")]
    [InlineData("confirm", "Bienvenue.")]
    [InlineData("step aside", "Awa Koné")]
    public async Task The_receipt_repeats_what_was_said(string act, string words)
    {
        var registration = await Registrar.VerifiedAsync();
        await DecideAsync(act, (await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest)).Id, words);

        var receipt = Assert.Single(await Registrar.EmailsAsync(registration.Id, EmailKinds.DecisionReceipt));
        Assert.Equal("contact-point.ci@example.org", receipt.To);
        Assert.Contains(words, receipt.Text, StringComparison.Ordinal);
        if (act == "decline") Assert.Contains("Le pays n’est pas encore prêt", receipt.Text, StringComparison.Ordinal);
    }

    private async Task<(Registration Registration, Guid Link)> AskedAsync()
    {
        var registration = await Registrar.VerifiedAsync();
        var link = await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        Host.Time.Advance(TimeSpan.FromHours(1));
        var asked = await Host.CallAsync((AskApplicant ask) => ask.HandleAsync(new(link.Id, "Who decided?"), default));
        Assert.True(asked.IsSuccess, asked.Error?.Sentence);
        return (registration, link.Id);
    }

    private async Task AnswerAsync(Registration registration)
    {
        var tracker = await Registrar.LinkOfAsync(registration.Id, EmailKinds.Question);
        Host.Time.Advance(TimeSpan.FromHours(1));
        Assert.True(
            (await Host.CallAsync((AnswerQuestion answer) => answer.HandleAsync(new(tracker.Id, "The minister."), default))).IsSuccess);
    }

    private Task<Result<RegistrationStatus>> DecideAsync(string act, Guid link, string? words = null) => act switch
    {
        "confirm" => Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(link, words), default)),
        "decline" =>
            Host.CallAsync((DeclineRegistration decline) => decline.HandleAsync(new(link, DeclineReason.NotReady, words), default)),
        _ => Host.CallAsync((StepAside step) => step.HandleAsync(new(link, words), default)),
    };

    private Task<int> ReplaceContactAsync() => Host.StoreAsync(async db =>
    {
        (await db.Set<ContactPoint>().SingleAsync(c => c.CurrentCountryCode == "CI")).End(RegistrationSample.Officer, Host.Now());
        db.Add(RegistrationSample.Contact(email: "successor@example.org"));
        return await db.SaveChangesAsync();
    });

    private static void AssertInOrder(string text, params string[] parts)
    {
        var places = parts.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }
}
