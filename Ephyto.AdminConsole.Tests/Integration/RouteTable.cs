using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>One route that can be read, an address of it in the world of the test, and who may read what it holds.</summary>
/// <param name="Pattern">As the application maps it.</param>
/// <param name="Address">An address that it matches.</param>
/// <param name="NeedsAccount">Whether somebody without an account is led to the sign-in.</param>
/// <param name="Allowed">Who may read it; null: whoever gets in.</param>
/// <param name="Marker">Stands on the page for who may read it, and for nobody else; null: the page says that it is refused.</param>
internal sealed record RouteAccess(
    string Pattern, string Address, bool NeedsAccount, Func<Person, bool>? Allowed = null, string? Marker = null);

/// <summary>Every route of the console.</summary>
internal static partial class RouteTable
{
    private const string NoSecret = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    public static IReadOnlyList<RouteAccess> Readable { get; } =
    [
        .. Open("/", "/guide", "/guide/check", "/guide/notice", "/register", "/participation", "/recover", "/registration",
            "/register/verify", "/contact-point", "/link-problem", "/form-problem", "/not-found", "/refused",
            "/error", "/access-denied", "/account/sign-in", "/account/sign-in/code", "/account/forgot-password", "/account/activate",
            "/account/set-up",
            "/account/reset-password", "/account/hub-invitation", "/account/email/old", "/account/email/new", "/account/session", "/health",
            "/health/ready", "/dev/mailbox", "/api", "/api/v1/participation"),
        new("/openapi/{documentName}.json", "/openapi/v1.json", false),
        new("/recover/{CountryCode:length(2)}", "/recover/CI", false),
        new("/join/{CountryCode:length(2)}", "/join/CI", false),
        new("/language/{code}", "/language/fr", false),
        new("/theme/{theme}", "/theme/dark", false),
        new("/dev/mailbox/{id:guid}", $"/dev/mailbox/{Guid.Empty}", false),
        .. Links("/register/verify", "/registration", "/contact-point", "/account/activate", "/account/reset-password", "/account/set-up",
            "/account/hub-invitation", "/account/email/old", "/account/email/new"),
        .. Own("/account/manage", "/account/manage/profile", "/account/manage/password", "/account/manage/second-factor",
            "/account/manage/passkeys",
            "/account/manage/sessions", "/account/manage/email", "/account/manage/activity", "/account/manage/data",
            "/account/manage/data/erase", "/account/manage/data/download"),
        new("/account/manage/passkeys/{Id}", "/account/manage/passkeys/AQ", true),
        Nppo("/nppo", Permission.NppoView, "Ivoire"),
        Nppo("/nppo/members", Permission.MembersView, "target@example.org"),
        Nppo("/nppo/handover", Permission.MembersManage, "handover-successor"),
        Nppo("/nppo/history", Permission.HistoryView, "Some target"),
        Nppo("/nppo/integration", Permission.NppoView, "Ivoire"),
        Nppo("/nppo/connection", Permission.NppoView, "Ivoire"),
        Nppo("/nppo/documents", Permission.DocumentsRead, "Ivoire"),
        new("/nppo/documents/{DocumentId:guid}", $"/nppo/documents/{Guid.Empty}", true),
        new("/nppo/documents/all.zip", "/nppo/documents/all.zip?nppo={nppo}", true,
            person => AccessWorld.MayOnNppo(person, Permission.DocumentsRead), "PK"),
        new("/nppo/documents.csv", "/nppo/documents.csv?nppo={nppo}", true,
            person => AccessWorld.MayOnNppo(person, Permission.DocumentsRead), "Integration guide"),
        new("/nppo/documents/{document:guid}/file", $"/nppo/documents/{Guid.Empty}/file?nppo={{nppo}}", true),
        .. Certificates,
        .. Sandbox,
        .. TestEvidence,
        .. Desk,
        .. Directory,
        .. Outbox,
        .. Audit,
        .. Letters,
        .. Open("/served-country"),
        .. Links("/served-country"),
        new("/nppo/members.csv", "/nppo/members.csv?nppo={nppo}", true, person => AccessWorld.MayOnNppo(person, Permission.MembersView),
            "target@example.org"),
        Hub("/hub", Permission.RegistrationsView),
        Hub("/hub/registrations", Permission.RegistrationsView),
        Hub("/hub/registrations/{Id:guid}", Permission.RegistrationsView, "/hub/registrations/{escalated}"),
        Hub("/hub/registrations/recover", Permission.RegistrationsDecide),
        Hub("/hub/registrations/recover/{CountryCode:length(2)}", Permission.RegistrationsDecide, "/hub/registrations/recover/CI"),
        Hub("/hub/contact-points", Permission.ContactPointsView),
        Hub("/hub/contact-points/{CountryCode}", Permission.ContactPointsView, "/hub/contact-points/CI"),
        Hub("/hub/nppos", Permission.NpposView),
        Hub("/hub/users", Permission.HubUsersManage),
        new("/hub/users.csv", "/hub/users.csv", true, person => AccessWorld.MayOnHub(person, Permission.HubUsersManage),
            "officer@example.org"),
        Hub("/hub/problems", Permission.OutboxView),
        Hub("/hub/documents", Permission.LibraryView),
        Hub("/hub/documents/{DocumentId:guid}", Permission.LibraryView, $"/hub/documents/{Guid.Empty}"),
        new("/hub/documents.csv", "/hub/documents.csv", true, person => AccessWorld.MayOnHub(person, Permission.LibraryView), "SHA-256"),
        Hub("/hub/integration", Permission.NpposView),
        Hub("/hub/integration/channels", Permission.NpposView),
        new("/hub/integration.csv", "/hub/integration.csv", true, person => AccessWorld.MayOnHub(person, Permission.NpposView), "Ivoire"),
        Hub("/hub/integration/{NppoId:guid}", Permission.NpposView, "/hub/integration/{nppo}"),
        new("/hub/documents/versions/{version:guid}/file", $"/hub/documents/versions/{Guid.Empty}/file", true),
    ];

    private static IEnumerable<RouteAccess> Open(params string[] paths) => paths.Select(path => new RouteAccess(path, path, false));

    private static IEnumerable<RouteAccess> Own(params string[] paths) => paths.Select(path => new RouteAccess(path, path, true));

    private static IEnumerable<RouteAccess> Links(params string[] paths) =>
        paths.Select(path => new RouteAccess($"{path}/{{secret:length(43)}}", $"{path}/{NoSecret}", false));

    /// <summary>Each sees their own organization there: what must not show is the one of the test.</summary>
    private static RouteAccess Nppo(string path, Permission permission, string marker) =>
        new(path, path, true, person => AccessWorld.MayAsMember(person, permission), marker);

    private static RouteAccess Hub(string pattern, Permission permission, string? address = null) =>
        new(pattern, address ?? pattern, true, person => AccessWorld.MayOnHub(person, permission));
}
