namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>Every field for a day or a month on a page that lives.</summary>
internal static class CalendarForms
{
    public static IReadOnlyList<TypedForm> OfMembers =>
    [
        new("/nppo/members", "LastDayField") { Press = ["Invite a colleague"], Scope = "form[data-keep=invite]" },
        new("/nppo/history", "HistoryFilter"),
        new("/nppo/integration", "EndServingForm") { Press = ["End with notice"], Scope = "form[data-keep^=end-serving]" },
        new("/nppo/integration", "SystemForm") { Prepare = TypingForms.NameSystemAsync, Scope = "form[data-keep=system]" },
    ];

    public static IReadOnlyList<TypedForm> OfTheHub =>
    [
        new("/hub/registrations", "RegistrationFilterForm") { Press = ["More filters"], Scope = "form[role=search]" },
        new("/hub/users", "HubRoleDialog") { Press = ["Change role"], Scope = "[role=dialog]" },
        new("/hub/audit", "AuditFilterForm") { Scope = "form[role=search]" },
    ];
}
