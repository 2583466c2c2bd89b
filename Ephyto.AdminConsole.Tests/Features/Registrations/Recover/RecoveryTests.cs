using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.Recover.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Recover;

/// <summary>From the verified address to the new administrator, or to an objection.</summary>
public abstract class RecoveryTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Confirmation = "member.registration-confirmed";
    private readonly (RegisterField, string) _known = (RegisterField.Email, "known@example.org");

    private Registrar Registrar => field ??= new Registrar(Host);

    [Fact]
    public async Task Confirmed_it_appoints_an_administrator_and_leaves_the_organization_and_the_others_as_they_are()
    {
        var (nppo, boss) = await PrepareAsync();
        var recovery = await Host.VerifiedRecoveryAsync();

        Assert.Equal(RegistrationStatus.Confirmed, (await Host.DecideAsync(recovery.Id)).Value);

        var (after, successor) = await ContactOfAsync(nppo.Id);
        Assert.Equal((nppo.Id, nppo.Organization, recovery.Id), (after.Id, after.Organization, after.RegistrationId));
        Assert.Equal((Recoveries.Successor, NppoRole.Administrator, MemberStatus.Invited),
            (successor.Email, successor.Role, successor.Status));
        Assert.Equal(MemberStatus.Active, (await MemberAsync(boss)).Status);
        var email = await Host.EmailAsync(Confirmation, successor.Id);
        Assert.Equal("Vous êtes maintenant administrateur de Direction de la protection des végétaux", email.Subject);
        Assert.Contains(recovery.Reference, email.Text, StringComparison.Ordinal);
        Assert.Equal(LinkPurpose.ActivateAccount, (await Host.Get<LinkUse>().FindAsync(Host.SecretOf(email), default))!.Purpose);
    }

    [Fact]
    public async Task An_objection_with_too_many_words_is_refused_and_nothing_of_it_is_cut()
    {
        var (nppo, _) = await PrepareAsync();
        var recovery = await Host.VerifiedRecoveryAsync();
        var boss = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "second@example.org");

        Task<Result<RegistrationStatus>> ContestAsync(int length) =>
            Host.Get<ContestRecovery>().HandleAsync(new(nppo.Id, recovery.Id, new string('x', length)), boss, default);

        Assert.Equal(RegistrationErrors.WordsTooLong, (await ContestAsync(FreeText.MaximumWords + 1)).Error);
        Assert.True((await Registrar.LoadAsync(recovery.Id)).MayBeContested);
        Assert.True((await ContestAsync(FreeText.MaximumWords)).IsSuccess);
    }

    [Fact]
    public async Task The_administrators_hear_of_it_once_the_address_is_verified_and_how_it_ends()
    {
        await PrepareAsync();
        var started = await Host.StartRecoveryAsync();
        Assert.Empty(await Registrar.EmailsAsync(started.Value.Id, EmailKinds.RecoveryStarted));

        var recovery = await Host.VerifyAsync(started.Value.Id);
        var told = Assert.Single(await Registrar.EmailsAsync(recovery.Id, EmailKinds.RecoveryStarted));
        Assert.Equal("boss@example.org", told.To);
        Assert.Contains(Recoveries.Words, told.Text, StringComparison.Ordinal);
        Assert.Contains("We still have an administrator", told.Text, StringComparison.Ordinal);

        await Host.DecideAsync(recovery.Id);
        Assert.Equal("boss@example.org", Assert.Single(await Registrar.EmailsAsync(recovery.Id, EmailKinds.RecoveryConfirmed)).To);
    }

    [Fact]
    public async Task Withdrawn_it_changes_nothing_and_the_administrators_are_told_so()
    {
        var (nppo, _) = await PrepareAsync();
        var recovery = await Host.VerifiedRecoveryAsync();
        var tracker = await Registrar.LinkOfAsync(recovery.Id, EmailKinds.Received);

        await Host.CallAsync((WithdrawRegistration withdraw) => withdraw.HandleAsync(new(tracker.Id, null), default));

        Assert.Single(await Registrar.EmailsAsync(recovery.Id, EmailKinds.RecoveryEnded));
        Assert.Equal(nppo.TechnicalContactId, (await ContactOfAsync(nppo.Id)).Nppo.TechnicalContactId);
        Assert.Equal(2, await Host.StoreAsync(db => db.Set<Member>().CountAsync()));
    }

    [Theory]
    [InlineData(MemberStatus.Active)]
    [InlineData(MemberStatus.Suspended)]
    [InlineData(MemberStatus.Invited)]
    [InlineData(MemberStatus.JoinRequested)]
    public async Task Who_is_known_already_becomes_the_administrator_without_a_second_membership(MemberStatus before)
    {
        var (nppo, _) = await PrepareAsync();
        await AddKnownAsync(nppo.Id, before);
        var recovery = await Host.VerifiedRecoveryAsync(changes: _known);

        Assert.True((await Host.DecideAsync(recovery.Id)).IsSuccess);

        var known = await Host.StoreAsync(db => db.Set<Member>().AsNoTracking().SingleAsync(m => m.Email == "known@example.org"));
        var hasAccount = before is MemberStatus.Active or MemberStatus.Suspended;
        Assert.Equal((NppoRole.Administrator, hasAccount ? MemberStatus.Active : MemberStatus.Invited), (known.Role, known.Status));
        Assert.Equal(known.Id, (await ContactOfAsync(nppo.Id)).Nppo.TechnicalContactId);
        Assert.Equal(!hasAccount, (await Host.EmailAsync(Confirmation, known.Id)).ProtectedSecret is not null);
    }

    [Fact]
    public async Task Of_twenty_confirmations_at_the_same_instant_one_appoints()
    {
        await PrepareAsync();
        var recovery = await Host.VerifiedRecoveryAsync();
        var link = await Registrar.LinkOfAsync(recovery.Id, EmailKinds.ContactPointRequest);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() =>
            Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(link.Id, null), default)))));

        Assert.Single(results, result => result.IsSuccess);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Member>().CountAsync(m => m.Email == Recoveries.Successor)));
        Assert.Equal(1,
            await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(e => e.Kind == Confirmation && e.To == Recoveries.Successor)));
    }

    [Fact]
    public async Task An_objection_ends_the_contact_points_link_and_brings_it_before_the_secretariat()
    {
        var (nppo, boss) = await PrepareAsync();
        await Host.AppointAsync(HubRole.SecretariatOfficer);
        var recovery = await Host.VerifiedRecoveryAsync();
        var link = await Registrar.LinkOfAsync(recovery.Id, EmailKinds.ContactPointRequest);
        Host.Time.Advance(TimeSpan.FromHours(1));

        var objected = await ContestAsync(nppo.Id, boss, "I am on leave, not gone.");

        Assert.Equal(RegistrationStatus.Escalated, objected.Value);
        Assert.Equal(EscalationReason.Contested, (await Registrar.LoadAsync(recovery.Id)).EscalationReason);
        Assert.Equal(LinkErrors.NotUsable, (await Host.DecideByAsync(link.Id)).Error);
        Assert.Contains("I am on leave", Assert.Single(await Registrar.EmailsAsync(recovery.Id, EmailKinds.StaffEscalated)).Text,
            StringComparison.Ordinal);
        Assert.Contains("toujours administrée", Assert.Single(await Registrar.EmailsAsync(recovery.Id, EmailKinds.Escalated)).Text,
            StringComparison.Ordinal);
        Assert.Equal(RegistrationErrors.NotPossibleNow, (await ContestAsync(nppo.Id, boss, null)).Error);
        var another = await Host.Get<ContestRecovery>().HandleAsync(new(nppo.Id, Guid.NewGuid(), null), boss, CancellationToken.None);
        Assert.Equal(AccessErrors.ChangedMeanwhile, another.Error);
    }

    [Fact]
    public async Task An_objection_and_a_confirmation_at_the_same_instant_leave_one_outcome()
    {
        var (nppo, boss) = await PrepareAsync();
        var recovery = await Host.VerifiedRecoveryAsync();
        var link = await Registrar.LinkOfAsync(recovery.Id, EmailKinds.ContactPointRequest);

        var outcomes = await Task.WhenAll(Task.Run(() => Host.DecideByAsync(link.Id)), Task.Run(() => ContestAsync(nppo.Id, boss, null)));

        var won = Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.Equal(won.Value, (await Registrar.LoadAsync(recovery.Id)).Status);
    }

    [Fact]
    public async Task Only_an_administrator_of_the_organization_sees_it_and_objects()
    {
        var (nppo, boss) = await PrepareAsync();
        var viewer = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "viewer@example.org");
        var officer = await Host.AppointAsync(HubRole.HubAdministrator);
        Assert.Equal(AccessErrors.NotFound, (await ContestAsync(nppo.Id, boss, null)).Error);
        await Host.VerifiedRecoveryAsync();

        Assert.NotNull((await Host.Get<ViewOpenRecovery>().HandleAsync(nppo.Id, boss, default)).Value);
        foreach (var outsider in new[] { viewer, officer, Actor.Anonymous })
        {
            Assert.Equal(AccessErrors.NotAllowed, (await Host.Get<ViewOpenRecovery>().HandleAsync(nppo.Id, outsider, default)).Error);
            Assert.Equal(AccessErrors.NotAllowed, (await ContestAsync(nppo.Id, outsider, "No.")).Error);
        }
    }

    [Fact]
    public async Task A_recovery_that_nobody_verified_is_not_shown_to_the_administrators()
    {
        var (nppo, boss) = await PrepareAsync();
        await Host.StartRecoveryAsync();

        Assert.Null((await Host.Get<ViewOpenRecovery>().HandleAsync(nppo.Id, boss, default)).Value);
        Assert.Equal(AccessErrors.NotFound, (await ContestAsync(nppo.Id, boss, null)).Error);
    }

    private async Task<(Nppo Nppo, Actor Boss)> PrepareAsync()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        return (nppo, await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org"));
    }

    private async Task AddKnownAsync(Guid nppoId, MemberStatus status)
    {
        var address = EmailAddress.TryParse("known@example.org")!;
        if (status is MemberStatus.Active or MemberStatus.Suspended) await Host.ActiveMemberAsync(nppoId, NppoRole.Viewer, address.Value);
        else if (status == MemberStatus.Invited)
            await Host.AddAsync(Member.Invite(nppoId, address, "en", NppoRole.Viewer, Guid.NewGuid(), Host.Now()));
        else await Host.AddAsync(Member.AskToJoin(nppoId, PersonDetails.Unknown, address, "en", "Please.", Host.Now()).Value);
        if (status == MemberStatus.Suspended)
        {
            await Host.StoreAsync(db => db.Set<Member>().Where(m => m.Email == address.Value)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MemberStatus.Suspended)));
        }
    }

    private async Task<Result<RegistrationStatus>> ContestAsync(Guid nppoId, Actor actor, string? words) =>
        await Host.Get<ContestRecovery>()
            .HandleAsync(new ContestRecoveryRequest(nppoId, await Host.LookAtRecoveryAsync(nppoId), words), actor, CancellationToken.None);

    private Task<(Nppo Nppo, Member Contact)> ContactOfAsync(Guid nppoId) => Host.StoreAsync(async db =>
    {
        var nppo = await db.Set<Nppo>().AsNoTracking().SingleAsync(n => n.Id == nppoId);
        return (nppo, await db.Set<Member>().AsNoTracking().SingleAsync(m => m.Id == nppo.TechnicalContactId));
    });

    private Task<Member> MemberAsync(Actor actor) =>
        Host.StoreAsync(db => db.Set<Member>().AsNoTracking().SingleAsync(m => m.UserId == actor.Id));
}

public sealed class RecoveryOnSqlite() : RecoveryTests(DatabaseKind.Sqlite);

public sealed class RecoveryOnPostgreSql() : RecoveryTests(DatabaseKind.PostgreSql);
