using System.Text;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>Every list of choices and every section that somebody opens on a page that lives.</summary>
internal static class ListForms
{
    public static IReadOnlyList<TypedForm> OfMembers =>
    [
        new("/nppo", "UserMenu") { Scope = ".console-bar" },
        new("/nppo", "OfferContactDialog") { Press = ["Hand over"], Scope = "[role=dialog]" },
        new("/nppo/members", "MemberFilter") { Scope = "form[role=search]" },
        new("/nppo/members", "InviteForm", "RoleSelect") { Press = ["Invite a colleague"], Scope = "form[data-keep=invite]" },
        new("/nppo/handover", "HandoverWizard"),
        new("/nppo/connection", "ConnectionForm", "ChannelRules") { Press = ["Change"], Prepare = TypingForms.BeginConnectionAsync },
        new("/nppo/integration", "AskCountriesForm") { Press = ["Name countries"], Scope = "form:has(#serving-country)" },
        new("/nppo/certificates", "AddCertificateForm") { Press = ["Add a certificate"], Scope = "form[data-keep=certificate]" },
        new("/nppo/certificates", "CertificateDialog") { Press = ["Revoke"], Scope = "[role=dialog]" },
        new("/nppo/certificates", "CertificateBoard", "KeyCommands"),
        new("/nppo/sandbox", "CallFilter") { Scope = "form[role=search]" },
        new("/nppo/sandbox/envelopes", "EnvelopeBoard") { Scope = "form[role=search]" },
        new("/nppo/sandbox/first-call", "FirstCallLines"),
        new("/nppo/letters", "LetterFields") { Press = ["Ask for a letter"], Scope = "form[data-keep=letter]" },
        new("/nppo/history", "HistoryFilter"),
    ];

    public static IReadOnlyList<TypedForm> OfTheHub(TypingApp app) =>
    [
        new("/hub", "DeskChart"),
        new("/hub/registrations", "RegistrationFilterForm", "FilterSelect") { Scope = "form[role=search]" },
        new("/hub/registrations", "SavedViewsMenu") { Scope = ".list-bar" },
        new("/hub/registrations", "ListLooks") { Press = ["Columns and rows"], Scope = ".list-bar" },
        new($"/hub/registrations/{app.Escalated}", "SecretariatActions") { Press = ["Decline"], Scope = "form[data-keep=Decline]" },
        new("/hub/registrations/recover/SN", "RecoverFields"),
        new("/hub/nppos", "NpposPage") { Scope = "form[role=search]" },
        new($"/hub/nppos/{app.Nppo}", "ServedByAct") { Press = ["Close"], Scope = "[role=dialog]" },
        new("/hub/contact-points", "DirectoryFilterForm") { Scope = "form[role=search]" },
        new("/hub/contact-points/GA", "ContactPointForm") { Press = ["Change the entry"], Scope = "form[data-keep=contact]" },
        new("/hub/contact-points/GA", "PartyPanel") { Press = ["Change the status"], Scope = "form[data-keep=party]" },
        new("/hub/contact-points/import", "ImportReview") { Prepare = ReadUnchangedAsync },
        new("/hub/users", "HubUsersPage") { Scope = "form[role=search]" },
        new("/hub/users", "InviteHubUserForm") { Press = ["Invite a person"], Scope = "form[data-keep=invite]" },
        new("/hub/users", "HubRoleSelect") { Press = ["Change role"], Scope = "[role=dialog]" },
        new("/hub/outbox", "OutboxFilter") { Scope = "form[role=search]" },
        new($"/hub/outbox/{app.Email}", "EmailPreview"),
        new("/hub/letters", "HubLettersPage") { Scope = "form[role=search]" },
        new("/hub/documents", "AddDocumentForm") { Press = ["Add a document"], Scope = "form[data-keep=document]" },
        new($"/hub/documents/{app.Document}", "LibraryDocument"),
        new("/hub/audit", "AuditFilterForm") { Scope = "form[role=search]" },
        new("/hub/audit", "VerifyPanel") { Scope = ".audit-proof" },
    ];

    /// <summary>Behind a link of an e-mail.</summary>
    public static IReadOnlyList<TypedForm> OfLinks(string tracker) => [new(tracker, "TrackerActions")];

    /// <summary>What has a test of its own: the list of countries.</summary>
    public static readonly IReadOnlyList<string> Others = ["CountryField"];

    /// <summary>A file in which an entry stands as it is in the directory.</summary>
    private static async Task ReadUnchangedAsync(IPage page)
    {
        const string Sheet = """
            country,kind,family_name,job_title,organization,address,phone,email,language
            BR,official,Official Contact Point of BR,Contact point,Plant Health Service,Street 1,+000,contact@example.org,en
            """;
        await page.Locator("input[type=file]").ChooseFileAsync(
            new FilePayload { Name = "directory.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Sheet) });
        await Assertions.Expect(page.Locator("#review")).ToBeVisibleAsync();
    }
}
