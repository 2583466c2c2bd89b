using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Staff;

/// <summary>What the Secretariat decides about an escalated registration.</summary>
public abstract class SecretariatTests(DatabaseKind kind) : UseCaseTests(kind)
{
    [Fact]
    public async Task It_confirms_on_evidence_and_the_organization_is_registered()
    {
        var (officer, registration) = await PrepareAsync();

        var outcome = await ConfirmAsync(officer, registration, "Official letter of 3 March.");

        Assert.Equal(RegistrationStatus.Confirmed, outcome.Value);
        Assert.Equal(registration.Id, await Host.StoreAsync(db => db.Set<Nppo>().Select(n => n.RegistrationId).SingleAsync()));
        var step = (await LoadAsync(registration)).Steps.MaxBy(s => s.Number)!;
        Assert.Equal(("Official letter of 3 March.", officer.Id), (step.Words, step.ActorId));
    }

    [Fact]
    public async Task It_cannot_confirm_without_saying_on_what_evidence()
    {
        var (officer, registration) = await PrepareAsync();

        Assert.Equal(RegistrationErrors.WordsNeeded, (await ConfirmAsync(officer, registration, "  \n ")).Error);
        Assert.Equal(RegistrationStatus.Escalated, (await LoadAsync(registration)).Status);
    }

    [Fact]
    public async Task It_declines_with_a_coded_reason()
    {
        var (officer, registration) = await PrepareAsync();

        Assert.Equal(RegistrationErrors.WordsNeeded, (await DeclineAsync(officer, registration, DeclineReason.Other, null)).Error);
        Assert.Equal(RegistrationStatus.Declined, (await DeclineAsync(officer, registration, DeclineReason.NotReady, null)).Value);
        Assert.Equal(DeclineReason.NotReady, (await LoadAsync(registration)).DeclineReason);
    }

    [Fact]
    public async Task It_sends_to_the_contact_of_the_directory_once_there_is_one()
    {
        var (officer, registration) = await PrepareAsync();
        Assert.Equal(RegistrationErrors.NoContactPoint, (await AskAgainAsync(officer, registration)).Error);

        // A reason that a new entry does not mend: it stays until an officer sends it.
        await Host.StoreAsync(db => db.Set<Registration>()
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.EscalationReason, EscalationReason.SelfConfirmation)));
        var contact = Host.Contact("BO");
        await Host.AddAsync(contact);

        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await AskAgainAsync(officer, registration)).Value);
        Assert.Equal(contact.Id, (await LoadAsync(registration)).Asked!.ContactPointId);
    }

    [Fact]
    public async Task Of_two_officers_at_the_same_instant_one_acts_and_the_other_is_told()
    {
        var (first, registration) = await PrepareAsync();
        var second = await Host.AppointAsync(HubRole.HubAdministrator, "Second officer");

        var outcomes = await Task.WhenAll(
            Task.Run(() => ConfirmAsync(first, registration, "Letter.")),
            Task.Run(() => DeclineAsync(second, registration, DeclineReason.NotReady, null)));

        var refused = Assert.Single(outcomes, outcome => !outcome.IsSuccess);
        Assert.Equal(AccessErrors.ChangedMeanwhile, refused.Error);
        Assert.Equal(1,
            await Host.StoreAsync(db => db.Set<AuditEntry>()
                .CountAsync(e => e.Code == "registration.confirmed" || e.Code == "registration.declined")));
    }

    [Fact]
    public async Task What_was_looked_at_before_somebody_else_acted_is_refused()
    {
        var (officer, registration) = await PrepareAsync();
        await Host.AddAsync(Host.Contact("BO"));
        await AskAgainAsync(officer, registration);

        Assert.Equal(AccessErrors.ChangedMeanwhile, (await ConfirmAsync(officer, registration, "Letter.")).Error);
    }

    [Fact]
    public async Task Only_who_may_decide_decides()
    {
        var (_, registration) = await PrepareAsync();
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");

        foreach (var outsider in new[] { auditor, Actor.Anonymous, Actor.User(Guid.NewGuid()), Actor.Applicant(registration.Id) })
        {
            Assert.Equal(AccessErrors.NotAllowed, (await ConfirmAsync(outsider, registration, "Letter.")).Error);
            Assert.Equal(AccessErrors.NotAllowed, (await DeclineAsync(outsider, registration, DeclineReason.NotReady, null)).Error);
            Assert.Equal(AccessErrors.NotAllowed, (await AskAgainAsync(outsider, registration)).Error);
        }
        Assert.Equal(RegistrationStatus.Escalated, (await LoadAsync(registration)).Status);
    }

    [Fact]
    public async Task What_is_not_escalated_is_not_the_Secretariats()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var submitted = Host.Submitted("BO");
        await Host.AddAsync(submitted);

        Assert.Equal(RegistrationErrors.NotPossibleNow, (await ConfirmAsync(officer, submitted, "Letter.")).Error);
        Assert.Equal(AccessErrors.NotFound,
            (await Host.Get<ConfirmOnEvidence>().HandleAsync(new(Guid.NewGuid(), 1, "Letter."), officer, default)).Error);
    }

    private async Task<(Actor Officer, Registration Registration)> PrepareAsync()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var registration = Host.Escalated("BO");
        await Host.AddAsync(registration);
        Host.Time.Advance(TimeSpan.FromHours(1));
        return (officer, registration);
    }

    private Task<Result<RegistrationStatus>> ConfirmAsync(Actor actor, Registration seen, string? evidence) =>
        Host.Get<ConfirmOnEvidence>().HandleAsync(new(seen.Id, seen.Version, evidence), actor, default);

    private Task<Result<RegistrationStatus>> DeclineAsync(Actor actor, Registration seen, DeclineReason reason, string? words) =>
        Host.Get<DeclineEscalated>().HandleAsync(new(seen.Id, seen.Version, reason, words), actor, default);

    private Task<Result<RegistrationStatus>> AskAgainAsync(Actor actor, Registration seen) =>
        Host.Get<AskContactPointAgain>().HandleAsync(new(seen.Id, seen.Version), actor, default);

    private Task<Registration> LoadAsync(Registration registration) =>
        Host.StoreAsync(db => db.Set<Registration>().SingleAsync(r => r.Id == registration.Id));
}

public sealed class SecretariatOnSqlite() : SecretariatTests(DatabaseKind.Sqlite);

public sealed class SecretariatOnPostgreSql() : SecretariatTests(DatabaseKind.PostgreSql);
