using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;
using static Ephyto.AdminConsole.Tests.DomainModel.Registrations.RegistrationSample;
using static Ephyto.Domain.Registrations.RegistrationStatus;

namespace Ephyto.AdminConsole.Tests.DomainModel.Registrations;

/// <summary>Every state with every action: where it leads, or that it is refused and changes nothing.</summary>
public class RegistrationStateMachineTests
{
    private static readonly DateTime Later = Start.AddDays(2);

    private static readonly Dictionary<string, Func<Registration, ContactPoint, Result>> Actions = new()
    {
        ["verify"] = (r, c) => r.VerifyEmail(c, Policy, Later),
        ["confirm"] = (r, c) => r.Confirm(c, null, Policy, Later),
        ["decline"] = (r, c) => r.Decline(c, DeclineReason.NotAuthorized, null, Later),
        ["ask"] = (r, c) => r.AskQuestion(c, "Who decided?", Policy, Later),
        ["answer"] = (r, c) => r.Answer("The minister.", c, Policy, Later),
        ["step aside"] = (r, c) => r.StepAside(c, null, Policy, Later),
        ["report contact"] = (r, _) => r.ReportContactOutOfDate(null, Policy, Later),
        ["withdraw"] = (r, _) => r.Withdraw(null, Later),
        ["resend"] = (r, _) => r.Resend(Policy, Later),
        ["renew link"] = (r, c) => r.RenewContactPointLink(c, Later),
        ["undeliverable"] = (r, _) => r.ReportUndeliverable(Policy, Later),
        ["directory changed"] = (r, _) => r.ContactPointChanged(Contact(email: "new@example.org"), Policy, Officer, Later),
        ["directory empty"] = (r, _) => r.ContactPointEnded(Policy, Officer, Later),
        ["confirm on evidence"] = (r, _) => r.ConfirmOnEvidence("Letter of 1 March", Officer, Later),
        ["decline by secretariat"] = (r, _) => r.DeclineBySecretariat(DeclineReason.WrongDetails, null, Officer, Later),
        ["send back"] = (r, _) => r.SendBack(Contact(email: "new@example.org"), Policy, Officer, Later),
        ["contest"] = (r, _) => r.Contest("We are still here.", Officer.Id, Policy, Later),
        ["organization closed"] = (r, _) => r.EndWithOrganization(Officer, Later),
        ["reminder due"] = (r, _) => Advanced(r, Start.AddDays(3)),
        ["silence due"] = (r, _) => Advanced(r, Start.AddDays(14)),
        ["expiry due"] = (r, _) => Advanced(r, Start.AddDays(60)),
    };

    // What is not listed is refused.
    private static readonly Dictionary<(RegistrationStatus, string), RegistrationStatus> Allowed = new()
    {
        [(Submitted, "verify")] = AwaitingContactPoint,
        [(Submitted, "withdraw")] = Withdrawn,
        [(Submitted, "resend")] = Submitted,
        [(Submitted, "reminder due")] = Expired,
        [(Submitted, "silence due")] = Expired,
        [(Submitted, "expiry due")] = Expired,
        [(AwaitingContactPoint, "confirm")] = Confirmed,
        [(AwaitingContactPoint, "decline")] = Declined,
        [(AwaitingContactPoint, "ask")] = InformationRequested,
        [(AwaitingContactPoint, "step aside")] = Escalated,
        [(AwaitingContactPoint, "report contact")] = Escalated,
        [(AwaitingContactPoint, "withdraw")] = Withdrawn,
        [(AwaitingContactPoint, "resend")] = AwaitingContactPoint,
        [(AwaitingContactPoint, "renew link")] = AwaitingContactPoint,
        [(AwaitingContactPoint, "undeliverable")] = Escalated,
        [(AwaitingContactPoint, "directory changed")] = AwaitingContactPoint,
        [(AwaitingContactPoint, "directory empty")] = Escalated,
        [(AwaitingContactPoint, "reminder due")] = AwaitingContactPoint,
        [(AwaitingContactPoint, "silence due")] = Escalated,
        [(AwaitingContactPoint, "expiry due")] = Expired,
        [(InformationRequested, "confirm")] = Confirmed,
        [(InformationRequested, "decline")] = Declined,
        [(InformationRequested, "step aside")] = Escalated,
        [(InformationRequested, "renew link")] = InformationRequested,
        [(InformationRequested, "answer")] = AwaitingContactPoint,
        [(InformationRequested, "report contact")] = Escalated,
        [(InformationRequested, "withdraw")] = Withdrawn,
        [(InformationRequested, "expiry due")] = Expired,
        [(Escalated, "withdraw")] = Withdrawn,
        [(Escalated, "confirm on evidence")] = Confirmed,
        [(Escalated, "decline by secretariat")] = Declined,
        [(Escalated, "send back")] = AwaitingContactPoint,
        [(Escalated, "directory changed")] = AwaitingContactPoint,
        [(Escalated, "expiry due")] = Expired,
    };

    // What a recovery knows besides.
    private static readonly Dictionary<(RegistrationStatus, string), RegistrationStatus> AllowedInRecovery = new(Allowed)
    {
        [(AwaitingContactPoint, "contest")] = Escalated,
        [(InformationRequested, "contest")] = Escalated,
        [(Escalated, "contest")] = Escalated,
        [(Submitted, "organization closed")] = Declined,
        [(AwaitingContactPoint, "organization closed")] = Declined,
        [(InformationRequested, "organization closed")] = Declined,
        [(Escalated, "organization closed")] = Declined,
    };

    public static TheoryData<RegistrationKind, RegistrationStatus, string> EveryStateWithEveryAction()
    {
        var data = new TheoryData<RegistrationKind, RegistrationStatus, string>();
        foreach (var kind in Enum.GetValues<RegistrationKind>())
        {
            foreach (var status in Enum.GetValues<RegistrationStatus>())
            {
                foreach (var action in Actions.Keys) data.Add(kind, status, action);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryStateWithEveryAction))]
    public void Each_action_in_each_state_does_what_the_plan_says(RegistrationKind kind, RegistrationStatus status, string action)
    {
        var (registration, contact) = In(status, kind: kind);
        var steps = registration.Steps.Count;

        var result = Actions[action](registration, contact);

        var allowed = kind == RegistrationKind.Recovery ? AllowedInRecovery : Allowed;
        if (allowed.TryGetValue((status, action), out var expected))
        {
            Assert.True(result.IsSuccess, result.Error?.Sentence);
            Assert.Equal(expected, registration.Status);
            Assert.NotEmpty(registration.DomainEvents);
            Assert.Equal(registration.Status, registration.Steps[^1].Status);
        }
        else
        {
            Assert.False(result.IsSuccess);
            Assert.Equal(status, registration.Status);
            Assert.Equal(steps, registration.Steps.Count);
        }

        Assert.Equal(registration.Status is Submitted or AwaitingContactPoint or InformationRequested or Escalated, registration.IsOpen);
        Assert.Equal(registration.IsOpen, registration.NextStepAt is not null);
    }

    private static Result Advanced(Registration registration, DateTime now) =>
        registration.Advance(Policy, now) ? Result.Success() : RegistrationErrors.NotPossibleNow;
}
