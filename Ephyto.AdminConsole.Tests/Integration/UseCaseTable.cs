using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Components.Lists.UseCases;
using Ephyto.AdminConsole.Components.Nppos.UseCases;
using Ephyto.AdminConsole.Features.ContactPoints;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Features.Hub.Desk.UseCases;
using Ephyto.AdminConsole.Features.Hub.FirstAdministrator.UseCases;
using Ephyto.AdminConsole.Features.Hub.Problems.UseCases;
using Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Own.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Features.People.Invitations.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Recover.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Register.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.Domain.Access;
using Ephyto.Domain.Registrations;
using static Ephyto.AdminConsole.Tests.Integration.UseCaseAccess;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>Who may call what. The acts are chosen so that one that is allowed changes nothing another one needs.</summary>
internal static partial class UseCaseTable
{
    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>Those that ask who acts.</summary>
    public static IReadOnlyList<UseCaseAccess> Guarded { get; } =
        [.. OnNppos, .. OnDocuments, .. OnIntegration, .. OnCertificates, .. OnSandbox, .. OnTestEvidence, .. OnServing, .. OnDirectory,
            .. OnTheDesk, .. OnOutbox, .. OnAudit,
            .. OnLetters, .. OnTheHub, .. OnHubUsers, .. OnOneselfOnly];

    /// <summary>Those that a secret link opens, and nothing else.</summary>
    public static IReadOnlyList<Type> ByLink { get; } =
    [
        .. LettersByLink, .. ServingByLink,
        typeof(VerifyEmail), typeof(ViewRegistration), typeof(WithdrawRegistration), typeof(AnswerQuestion), typeof(ReportContact),
        typeof(ResendMessage),
        typeof(ConfirmRegistration), typeof(DeclineRegistration), typeof(AskApplicant), typeof(StepAside),
        typeof(ViewInvitation), typeof(ActivateAccount), typeof(AcceptInvitation), typeof(ResetPassword), typeof(SetUpHub),
        typeof(ConfirmEmailChange),
    ];

    /// <summary>Those that anybody may call.</summary>
    public static IReadOnlyList<Type> Public { get; } =
    [
        .. LettersInPublic,
        typeof(LookUpCountry), typeof(SubmitRegistration), typeof(StartRecovery), typeof(ReopenSentForm), typeof(ListParticipation),
        typeof(CountOverTime),
        typeof(ViewJoin), typeof(AskToJoin), typeof(RequestPasswordReset),
    ];

    private static Type[] OfSavedViews =>
        [typeof(ListSavedViews), typeof(KeepView), typeof(RenameView), typeof(RemoveView), typeof(OpenViewFirst)];

    /// <summary>Those that show people their own, and strangers nothing: they refuse nobody.</summary>
    public static IReadOnlyList<Type> Own { get; } =
        [typeof(ListSessions), typeof(ListActivity), typeof(ViewErasure), typeof(ViewSecondFactor), typeof(ListMyNppos),
            typeof(ViewLostNppos), typeof(LeaveNppo), typeof(LeaveHub), typeof(AnswerTechnicalContact), .. OfSavedViews];

    /// <summary>What use cases share, and what only the console's own clock calls.</summary>
    public static IReadOnlyList<Type> Parts { get; } =
    [
        .. CertificateParts, .. OutboxParts, .. LetterParts, .. ServingParts,
        typeof(ApplicantAct), typeof(ContactPointDecision), typeof(SecretariatAct), typeof(NppoAct), typeof(MemberAct), typeof(AccessAct),
        typeof(ContactAct), typeof(LibraryAct),
        typeof(HubUserAct), typeof(SavedViewAct), typeof(AdvanceRegistrations), typeof(AdvanceMembers), typeof(AdvanceHubUsers),
    ];

    private static UseCaseAccess[] OnNppos =>
    [
        OnNppo<ViewNppo>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, actor, Never)).Error),
        OnNppo<ViewTechnicalContact>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, actor, Never)).Error),
        OnNppo<OfferTechnicalContact>(Permission.NppoEdit,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, world.TargetId, null), actor, Never)).Error),
        OnNppo<WithdrawTechnicalContact>(Permission.NppoEdit,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, null), actor, Never)).Error),
        OnNppo<TakeTechnicalContact>(Permission.NppoEdit,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, actor, Never)).Error),
        OnNppo<ViewOpenRecovery>(Permission.NppoEdit,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, actor, Never)).Error),
        OnNppo<ContestRecovery>(Permission.NppoEdit,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid(), "We are here"), actor, Never)).Error),
        OnNppo<ListMembers>(Permission.MembersView,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId), actor, Never)).Error),
        OnNppo<ViewMember>(Permission.MembersInvite,
            async (handler, world, actor) => (await handler.HandleAsync(world.TargetId, actor, Never)).Error),
        OnNppo<ExportMembers>(Permission.MembersView,
            async (handler, world, actor) => (await handler.HandleAsync(new(new(world.NppoId)), actor, Never)).Error),
        OnNppo<InviteMember>(Permission.MembersInvite,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.NppoId, "invited@example.org", NppoRole.Viewer, "en"), actor, Never)).Error),
        OnNppo<InviteMembers>(Permission.MembersInvite,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.NppoId, "invited@example.org", NppoRole.Viewer, null, "en"), actor, Never)).Error),
        OnNppo<ResendInvitation>(Permission.MembersInvite,
            async (handler, world, actor) => (await handler.HandleAsync(world.StaleTarget, actor, Never)).Error),
        OnNppo<CorrectInvitation>(Permission.MembersInvite,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.StaleTarget, "else@example.org"), actor, Never)).Error),
        OnNppo<CancelInvitation>(Permission.MembersInvite,
            async (handler, world, actor) => (await handler.HandleAsync(world.StaleTarget, actor, Never)).Error),
        OnNppo<AdmitMember>(Permission.MembersInvite,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.StaleTarget, NppoRole.Viewer), actor, Never)).Error),
        OnNppo<RefuseMember>(Permission.MembersInvite,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.StaleTarget, "No"), actor, Never)).Error),
        OnNppo<ChangeRole>(Permission.MembersManage,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.StaleTarget, NppoRole.Integrator, null), actor, Never)).Error),
        OnNppo<SuspendMember>(Permission.MembersManage,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.StaleTarget, "Why"), actor, Never)).Error),
        OnNppo<ReactivateMember>(Permission.MembersManage,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.StaleTarget, NppoRole.Viewer, null), actor, Never)).Error),
        OnNppo<RemoveMember>(Permission.MembersManage,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.StaleTarget, "Why"), actor, Never)).Error),
        OnNppo<ResetSecondFactor>(Permission.MembersManage,
            async (handler, world, actor) => (await handler.HandleAsync(world.TargetId, actor, Never)).Error),
        OnNppo<ViewHandover>(Permission.MembersManage,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, actor, Never)).Error),
        OnNppo<HandOver>(Permission.MembersManage,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, world.StaleTarget, []), actor, Never)).Error),
    ];

    private static UseCaseAccess[] OnTheHub =>
    [
        OnHub<ViewDesk>(Permission.RegistrationsView, async (handler, _, actor) => (await handler.HandleAsync(actor, Never)).Error),
        OnHub<ListRegistrations>(Permission.RegistrationsView,
            async (handler, _, actor) => (await handler.HandleAsync(new(null, null, false, 1), actor, Never)).Error),
        OnHub<ViewRegistrationDossier>(Permission.RegistrationsView,
            async (handler, world, actor) => (await handler.HandleAsync(world.EscalatedId, actor, Never)).Error),
        InPublicOrOnHub<ViewRecoverable>(Permission.RegistrationsDecide,
            async (handler, _, actor) => (await handler.HandleAsync("CI", actor, Never)).Error),
        OnHub<ConfirmOnEvidence>(Permission.RegistrationsDecide,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.EscalatedId, -1, "Letter"), actor, Never)).Error),
        OnHub<DeclineEscalated>(Permission.RegistrationsDecide,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.EscalatedId, -1, DeclineReason.NotReady, null), actor, Never)).Error),
        OnHub<AskContactPointAgain>(Permission.RegistrationsDecide,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.EscalatedId, -1), actor, Never)).Error),
        OnHub<ListContactPoints>(Permission.ContactPointsView,
            async (handler, _, actor) => (await handler.HandleAsync(new(null, null, false, 1), actor, Never)).Error),
        OnHub<ViewContactPoint>(Permission.ContactPointsView,
            async (handler, _, actor) => (await handler.HandleAsync(new("CI"), actor, Never)).Error),
        OnHub<EnterContactPoint>(Permission.ContactPointsEdit,
            async (handler, _, actor) =>
                (await handler.HandleAsync(new("CI", Guid.NewGuid(), new ContactPointInput()), actor, Never)).Error),
        OnHub<ListProblems>(Permission.OutboxView, async (handler, _, actor) => (await handler.HandleAsync(actor, Never)).Error),
        OnHub<ListNppos>(Permission.NpposView,
            async (handler, _, actor) => (await handler.HandleAsync(new(null, null, 1), actor, Never)).Error),
        OnHub<SuspendNppo>(Permission.NpposManage,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, 0, " "), actor, Never)).Error),
        OnHub<ReactivateNppo>(Permission.NpposManage,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, 0), actor, Never)).Error),
    ];

    private static UseCaseAccess[] OnHubUsers =>
    [
        OnHub<ExportHubUsers>(Permission.HubUsersManage,
            async (handler, _, actor) => (await handler.HandleAsync(new(new(null, null, null, 1)), actor, Never)).Error),
        OnHub<ListHubUsers>(Permission.HubUsersManage,
            async (handler, _, actor) => (await handler.HandleAsync(new(null, null, null, 1), actor, Never)).Error),
        OnHub<InviteHubUser>(Permission.HubUsersManage,
            async (handler, _, actor) => (await handler.HandleAsync(new("no address", HubRole.Auditor, "en"), actor, Never)).Error),
        OnHub<ResendHubInvitation>(Permission.HubUsersManage,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.OfficerId, -1), actor, Never)).Error),
        OnHub<CancelHubInvitation>(Permission.HubUsersManage,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.OfficerId, -1), actor, Never)).Error),
        OnHub<AssignHubRole>(Permission.HubUsersManage,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(new(world.OfficerId, -1), HubRole.SecretariatOfficer, null), actor, Never)).Error),
        OnHub<SuspendHubUser>(Permission.HubUsersManage,
            async (handler, world, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), -1), actor, Never)).Error),
        OnHub<ReactivateHubUser>(Permission.HubUsersManage,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.OfficerId, -1), actor, Never)).Error),
        OnHub<RemoveHubUser>(Permission.HubUsersManage,
            async (handler, world, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), -1), actor, Never)).Error),
    ];

    // On oneself: whoever calls them reaches nothing but their own. What proves that is the handlers' own tests; here
    // nobody without an account gets in, and everybody else is not refused for want of a role.
    private static UseCaseAccess[] OnOneselfOnly =>
    [
        OnOneself<ChangePassword>(async (handler, _, actor) => (await handler.HandleAsync(new("wrong", "short"), actor, Never)).Error),
        OnOneself<TurnOnAuthenticator>(async (handler, _, actor) => (await handler.HandleAsync(new(null, null, null), actor, Never)).Error),
        OnOneself<TurnOffAuthenticator>(async (handler, _, actor) => (await handler.HandleAsync(new("wrong", null), actor, Never)).Error),
        OnOneself<MakeRecoveryCodes>(async (handler, _, actor) => (await handler.HandleAsync(new("wrong", null), actor, Never)).Error),
        OnOneself<RemovePasskey>(async (handler, _, actor) => (await handler.HandleAsync(new([1], "wrong", null), actor, Never)).Error),
        OnOneself<RenamePasskey>(async (handler, _, actor) => (await handler.HandleAsync([1], "Key", actor, Never)).Error),
        OnOneself<BeginPasskey>(async (handler, _, actor) => (await handler.HandleAsync(new("Key", "wrong"), actor, Never)).Error),
        OnOneself<AddPasskey>(
            async (handler, _, actor) => (await handler.HandleAsync(new(AccessWorld.SomePasskey, "none", null), actor, Never)).Error),
        OnOneself<EndSessions>(async (handler, _, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), null), actor, Never)).Error),
        OnOneself<DownloadMyData>(async (handler, _, actor) => (await handler.HandleAsync(actor, Never)).Error),
        OnOneself<EraseMyAccount>(async (handler, _, actor) => (await handler.HandleAsync("wrong", actor, Never)).Error),
        OnOneself<RequestEmailChange>(
            async (handler, _, actor) => (await handler.HandleAsync(new("new@example.org", "wrong"), actor, Never)).Error),
    ];
}
