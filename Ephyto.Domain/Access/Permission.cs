namespace Ephyto.Domain.Access;

/// <summary>What somebody may do, on one organization or on the hub.</summary>
public enum Permission
{
    // On an NPPO
    NppoView,
    NppoEdit,
    MembersView,
    MembersInvite,
    MembersManage,
    IntegrationEdit,
    HistoryView,
    DocumentsRead,
    LettersAsk,

    /// <summary>Takes what was proven in Test from one console to the other.</summary>
    EvidenceCarry,

    // On the hub
    RegistrationsView,
    RegistrationsDecide,
    ContactPointsView,
    ContactPointsEdit,
    NpposView,
    NpposManage,
    HubUsersManage,
    OutboxView,
    OutboxManage,
    AuditView,
    LibraryView,
    LibraryManage,
    LettersView,
    LettersIssue,
}
