using Ephyto.AdminConsole.Components.Shared;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Ephyto.Domain.IntegrationDocuments;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Sandbox;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Components.Terms;

/// <summary>Tone and icon of a state; they only repeat what its word says.</summary>
internal static class TermLooks
{
    private static readonly Dictionary<Enum, (Tone Tone, IconKind Icon)> Looks = new()
    {
        [RegistrationStatus.Submitted] = (Tone.Neutral, IconKind.Email),
        [RegistrationStatus.AwaitingContactPoint] = (Tone.Info, IconKind.Clock),
        [RegistrationStatus.InformationRequested] = (Tone.Warning, IconKind.Question),
        [RegistrationStatus.Escalated] = (Tone.Warning, IconKind.Flag),
        [RegistrationStatus.Confirmed] = (Tone.Success, IconKind.Check),
        [RegistrationStatus.Declined] = (Tone.Danger, IconKind.Stop),
        [RegistrationStatus.Withdrawn] = (Tone.Neutral, IconKind.Closed),
        [RegistrationStatus.Expired] = (Tone.Neutral, IconKind.Clock),

        [RegistrationKind.Membership] = (Tone.Neutral, IconKind.Building),
        [RegistrationKind.Recovery] = (Tone.Info, IconKind.People),

        [NppoStatus.Onboarding] = (Tone.Info, IconKind.Building),
        [NppoStatus.Testing] = (Tone.Warning, IconKind.Flask),
        [NppoStatus.Live] = (Tone.Success, IconKind.Check),
        [NppoStatus.Suspended] = (Tone.Danger, IconKind.Pause),
        [NppoStatus.Closed] = (Tone.Neutral, IconKind.Closed),

        [MemberStatus.JoinRequested] = (Tone.Info, IconKind.Question),
        [MemberStatus.Invited] = (Tone.Info, IconKind.Email),
        [MemberStatus.Active] = (Tone.Success, IconKind.Check),
        [MemberStatus.Suspended] = (Tone.Warning, IconKind.Pause),
        [MemberStatus.Removed] = (Tone.Neutral, IconKind.Remove),
        [MemberStatus.Left] = (Tone.Neutral, IconKind.SignOut),
        [MemberStatus.Expired] = (Tone.Neutral, IconKind.Clock),
        [MemberStatus.Cancelled] = (Tone.Neutral, IconKind.Closed),
        [MemberStatus.Refused] = (Tone.Danger, IconKind.Stop),

        [HubUserStatus.Invited] = (Tone.Info, IconKind.Email),
        [HubUserStatus.Active] = (Tone.Success, IconKind.Check),
        [HubUserStatus.Suspended] = (Tone.Warning, IconKind.Pause),
        [HubUserStatus.Removed] = (Tone.Neutral, IconKind.Remove),
        [HubUserStatus.Left] = (Tone.Neutral, IconKind.SignOut),
        [HubUserStatus.Expired] = (Tone.Neutral, IconKind.Clock),
        [HubUserStatus.Cancelled] = (Tone.Neutral, IconKind.Closed),

        [DocumentVersionStatus.Draft] = (Tone.Neutral, IconKind.Edit),
        [DocumentVersionStatus.Published] = (Tone.Success, IconKind.Check),
        [DocumentVersionStatus.Superseded] = (Tone.Neutral, IconKind.History),
        [DocumentVersionStatus.Withdrawn] = (Tone.Danger, IconKind.Stop),

        [IntegrationStepState.Open] = (Tone.Neutral, IconKind.Clock),
        [IntegrationStepState.Reported] = (Tone.Info, IconKind.Flag),
        [IntegrationStepState.Done] = (Tone.Success, IconKind.Check),
        [IntegrationStepState.Accepted] = (Tone.Success, IconKind.Shield),
        [IntegrationStepState.SentBack] = (Tone.Warning, IconKind.Question),
        [CertificateStatus.Uploaded] = (Tone.Info, IconKind.Document),
        [CertificateStatus.Active] = (Tone.Success, IconKind.Check),
        [CertificateStatus.Expiring] = (Tone.Warning, IconKind.Clock),
        [CertificateStatus.Expired] = (Tone.Danger, IconKind.Closed),
        [CertificateStatus.Superseded] = (Tone.Neutral, IconKind.History),
        [CertificateStatus.Revoked] = (Tone.Danger, IconKind.Stop),

        [HubEnvironment.Test] = (Tone.Warning, IconKind.Flask),
        [HubEnvironment.Production] = (Tone.Success, IconKind.Shield),

        [FindingSeverity.Blocking] = (Tone.Danger, IconKind.Stop),
        [FindingSeverity.Warning] = (Tone.Warning, IconKind.Warning),
        [FindingSeverity.Note] = (Tone.Info, IconKind.Info),

        [DirectoryChangeKind.Added] = (Tone.Success, IconKind.Add),
        [DirectoryChangeKind.Changed] = (Tone.Info, IconKind.Edit),
        [DirectoryChangeKind.Removed] = (Tone.Warning, IconKind.Remove),
        [DirectoryChangeKind.Unchanged] = (Tone.Neutral, IconKind.Check),

        [LetterStatus.Requested] = (Tone.Info, IconKind.Clock),
        [LetterStatus.Issued] = (Tone.Success, IconKind.Check),
        [LetterStatus.Declined] = (Tone.Danger, IconKind.Stop),
        [LetterStatus.Cancelled] = (Tone.Neutral, IconKind.Closed),
        [LetterStatus.Withdrawn] = (Tone.Danger, IconKind.Remove),

        [ServingState.Asked] = (Tone.Info, IconKind.Clock),
        [ServingState.Confirmed] = (Tone.Success, IconKind.Check),
        [ServingState.Ending] = (Tone.Warning, IconKind.Flag),
        [ServingState.Declined] = (Tone.Danger, IconKind.Stop),
        [ServingState.Withdrawn] = (Tone.Neutral, IconKind.Closed),
        [ServingState.Ended] = (Tone.Neutral, IconKind.History),

        [SandboxOutcome.Answered] = (Tone.Success, IconKind.Check),
        [SandboxOutcome.Refused] = (Tone.Warning, IconKind.Stop),
        [SandboxOutcome.NotRecognized] = (Tone.Danger, IconKind.Question),
        [SandboxOutcome.Failed] = (Tone.Danger, IconKind.Warning),

        [TrackingState.PendingDelivery] = (Tone.Info, IconKind.Clock),
        [TrackingState.Delivered] = (Tone.Success, IconKind.Check),
        [TrackingState.FailedDelivery] = (Tone.Danger, IconKind.Stop),
        [TrackingState.EnvelopeNotExists] = (Tone.Danger, IconKind.Question),
        [TrackingState.DeliveredWithWarnings] = (Tone.Warning, IconKind.Warning),
        [TrackingState.DeliveredNotReadable] = (Tone.Danger, IconKind.Closed),

        [EmailState.Queued] = (Tone.Info, IconKind.Clock),
        [EmailState.Sent] = (Tone.Success, IconKind.Email),
        [EmailState.Failed] = (Tone.Danger, IconKind.Warning),
        [EmailState.Cancelled] = (Tone.Neutral, IconKind.Closed),
        [EmailState.Overtaken] = (Tone.Warning, IconKind.Email),
    };

    public static Tone ToneOf(Enum value) => Looks.TryGetValue(value, out var look) ? look.Tone : Tone.Neutral;

    /// <summary>None for a value that is not a state: the chip then shows the icon of its tone.</summary>
    public static IconKind IconOf(Enum value) => Looks.TryGetValue(value, out var look) ? look.Icon : IconKind.None;
}
