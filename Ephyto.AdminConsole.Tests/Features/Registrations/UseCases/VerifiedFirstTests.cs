using Ephyto.AdminConsole.Features.Hub.Desk.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.Register.UseCases;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Features.Registrations.Recover;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.UseCases;

public sealed class VerifiedFirstOnSqlite() : VerifiedFirstTests(DatabaseKind.Sqlite);

public sealed class VerifiedFirstOnPostgreSql() : VerifiedFirstTests(DatabaseKind.PostgreSql);

/// <summary>Several registrations of one country wait for verification; the first one verified is the registration.</summary>
public abstract partial class VerifiedFirstTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Registrar Registrar => field ??= new Registrar(Host);

    [Fact]
    public async Task One_that_is_not_verified_stands_in_nobodys_way()
    {
        await SubmitAsync("first@example.org");
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);

        Assert.True((await Host.Get<LookUpCountry>().HandleAsync(new("CI"), Actor.Anonymous, default)).Value.MayRegister);
        var second = await SubmitAsync("second@example.org");
        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Host.VerifyAsync(second)).Status);

        Assert.Equal(CountryOutlook.AlreadyOpen,
            (await Host.Get<LookUpCountry>().HandleAsync(new("CI"), Actor.Anonymous, default)).Value.Outlook);
        Assert.Equal(RegistrationErrors.AlreadyOpen, (await Host.TryApplyAsync("third@example.org")).Error);
        var desk = await Registrar.ListAsync(officer, openOnly: true);
        Assert.Equal(second, Assert.Single(desk).Id);
        Assert.Single(await Registrar.ListAsync(officer, status: RegistrationStatus.Submitted));
        var figures = (await Host.CallAsync((ViewDesk view) => view.HandleAsync(officer, default))).Value;
        Assert.Equal((1, 1, 2, 1), (figures.Figures.Open, figures.Figures.Unverified, figures.Today.Submitted, figures.Today.Unverified));
    }

    [Fact]
    public async Task Of_twenty_verified_at_the_same_instant_one_is_the_registration_and_each_other_is_told_once()
    {
        Guid[] waiting = [.. await SubmitAllAsync(20)];
        var links = new Dictionary<Guid, Guid>();
        foreach (var id in waiting) links[id] = (await VerificationOfAsync(id)).Id;

        using var together = new Barrier(waiting.Length);
        var results = await Task.WhenAll(waiting.Select(id => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                return Host.CallAsync((VerifyEmail verify) => verify.HandleAsync(new(links[id]), default));
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        var won = Assert.Single(waiting.Index(), one => results[one.Index].IsSuccess).Item;
        Assert.All(results.Where(result => !result.IsSuccess), result => Assert.Equal(RegistrationErrors.AnotherVerified, result.Error));
        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(won)).Status);
        Assert.Single(await Registrar.EmailsAsync(won, EmailKinds.ContactPointRequest));
        Assert.Equal(1,
            await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(mail => mail.Kind == EmailKinds.ContactPointRequest)));
        foreach (var other in waiting.Where(id => id != won))
        {
            Assert.Equal(RegistrationStatus.Submitted, (await Registrar.LoadAsync(other)).Status);
            Assert.Single(await Registrar.EmailsAsync(other, EmailKinds.AnotherVerified));
            Assert.Equal(LinkState.Open, await StateAsync(links[other]));
        }
    }

    [Fact]
    public async Task The_others_are_told_what_they_can_do_and_nothing_of_who_was_first()
    {
        var (second, first) = (await SubmitAsync("second@example.org"),
            await SubmitAsync("first@example.org", organization: "Organization of the first"));

        var won = await Host.VerifyAsync(first);

        var mail = Assert.Single(await Registrar.EmailsAsync(second, EmailKinds.AnotherVerified));
        Assert.Equal("second@example.org", mail.To);
        foreach (var secret in (string[])[won.Reference, won.Organization.Name, won.Representative.Email, won.Representative.FamilyName,
            "contact-point"])
            Assert.DoesNotContain(secret, mail.Subject + mail.Text + mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("ippc@fao.org", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/participation", mail.Text, StringComparison.Ordinal);
        var view = await ViewAsync(await VerificationOfAsync(second));
        Assert.Equal((RegistrationErrors.AnotherVerified, "Now_AnotherVerified"), (view.Hindrance, view.NowKey));
        Assert.Equal(EmailState.Cancelled, Assert.Single(await Registrar.EmailsAsync(second, EmailKinds.VerifyEmail)).State);
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("declined")]
    public async Task When_the_first_one_ends_unconfirmed_it_is_the_turn_of_those_that_still_wait(string end)
    {
        var (first, second) = (await SubmitAsync("first@example.org"), await SubmitAsync("second@example.org"));
        await Host.VerifyAsync(first);
        var old = await VerificationOfAsync(second);
        Assert.Equal(RegistrationErrors.AnotherVerified, (await VerifyAsync(old)).Error);
        Host.Time.Advance(TimeSpan.FromHours(1));

        await EndAsync(first, end);

        var fresh = await VerificationOfAsync(second);
        Assert.NotEqual(old.Id, fresh.Id);
        Assert.Contains("has ended and was not confirmed", (await Registrar.EmailsAsync(second, EmailKinds.VerifyEmail))[^1].Text,
            StringComparison.Ordinal);
        Assert.True((await VerifyAsync(fresh)).IsSuccess);
        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(second)).Status);
    }

    [Fact]
    public async Task Once_the_first_one_is_confirmed_the_others_end_and_are_sent_to_its_administrator()
    {
        var (first, second) = (await SubmitAsync("first@example.org"), await SubmitAsync("second@example.org"));
        await Host.VerifyAsync(first);
        var link = await VerificationOfAsync(second);

        Assert.True((await Host.DecideAsync(first)).IsSuccess);

        var ended = await Registrar.LoadAsync(second);
        Assert.Equal((RegistrationStatus.Declined, DeclineReason.AlreadyRegistered, false),
            (ended.Status, ended.DeclineReason, ended.IsOpen));
        Assert.Contains("/join/CI", Assert.Single(await Registrar.EmailsAsync(second, EmailKinds.Declined)).Text, StringComparison.Ordinal);
        Assert.Equal("Now_ConfirmedFirst", (await ViewAsync(link)).NowKey);
        Assert.False((await VerifyAsync(link)).IsSuccess);
    }

    [Fact]
    public async Task Who_applies_twice_with_one_address_goes_on_with_the_one_they_verify()
    {
        var (first, again) = (await SubmitAsync("same@example.org"), await SubmitAsync("same@example.org"));

        await Host.VerifyAsync(again);

        var ended = await Registrar.LoadAsync(first);
        Assert.Equal((RegistrationStatus.Withdrawn, "registration.replaced"), (ended.Status, ended.Steps.MaxBy(step => step.Number)!.Code));
        Assert.Equal("Now_Replaced", (await ViewAsync(await VerificationOfAsync(first))).NowKey);
        Assert.Equal([EmailKinds.VerifyEmail], (await Registrar.EmailsAsync(first)).Select(mail => mail.Kind));
    }

    private async Task EndAsync(Guid id, string end)
    {
        var tracker = await Registrar.LinkOfAsync(id, EmailKinds.Received);
        var ended = end == "withdrawn"
            ? await Host.CallAsync((WithdrawRegistration withdraw) => withdraw.HandleAsync(new(tracker.Id, null), default))
            : await DeclineAsync(id);
        Assert.True(ended.IsSuccess, ended.Error?.Sentence);
    }

    private async Task<Result<RegistrationStatus>> DeclineAsync(Guid id)
    {
        var link = await Registrar.LinkOfAsync(id, EmailKinds.ContactPointRequest);
        return await Host.CallAsync(
            (DeclineRegistration decline) => decline.HandleAsync(new(link.Id, DeclineReason.NotAuthorized, null), default));
    }

    private async Task<IEnumerable<Guid>> SubmitAllAsync(int count)
    {
        await WithContactAsync();
        var registrations = Enumerable.Range(0, count)
            .Select(number => Answers.Registration("CI", Host.Now(), $"applicant{number}@example.org")).ToList();
        foreach (var registration in registrations) await Host.AddAsync(registration);
        return registrations.Select(registration => registration.Id);
    }

    private async Task<Guid> SubmitAsync(string email, string? organization = null)
    {
        await WithContactAsync();
        return await Host.ApplyAsync(email, organization: organization);
    }

    private async Task WithContactAsync()
    {
        if (!await Host.StoreAsync(db => db.Set<ContactPoint>().AnyAsync()))
            await Host.AddAsync(DomainModel.Registrations.RegistrationSample.Contact());
    }

    private Task<Result<IssuedLink>> VerifyAsync(AccessLink link) =>
        Host.CallAsync((VerifyEmail verify) => verify.HandleAsync(new(link.Id), default));

    private async Task<RegistrationView> ViewAsync(AccessLink link) =>
        (await Host.CallAsync((ViewRegistration view) => view.HandleAsync(link.Id, LinkPurpose.VerifyEmail, default))).Value;

    // A message that is not sent any more keeps no secret; its link is still there.
    private Task<AccessLink> VerificationOfAsync(Guid id) => Host.StoreAsync(db => db.Set<AccessLink>().AsNoTracking()
        .Where(link => link.SubjectId == id && link.Purpose == LinkPurpose.VerifyEmail)
        .OrderByDescending(link => link.IssuedAt).FirstAsync());

    private Task<LinkState> StateAsync(Guid link) =>
        Host.StoreAsync(async db => (await db.Set<AccessLink>().SingleAsync(l => l.Id == link)).StateAt(Host.Now()));
}
