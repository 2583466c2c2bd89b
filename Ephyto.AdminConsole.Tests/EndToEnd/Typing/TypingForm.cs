using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>A form of a living page, and how somebody comes to it.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Takes">The components with the fields that are typed into here, by their names.</param>
internal sealed record TypedForm(string Path, params string[] Takes)
{
    /// <summary>Where on the page its fields are; the whole of what is not frame where nothing is said.</summary>
    public string Scope { get; init; } = "main";

    /// <summary>What is pressed, in this order, before the fields are there.</summary>
    public IReadOnlyList<string> Press { get; init; } = [];

    /// <summary>What else is done before the fields are there.</summary>
    public Func<IPage, Task>? Prepare { get; init; }

    /// <summary>A search: Enter starts it, and the person types on.</summary>
    public bool IsSearch { get; init; }

    /// <summary>To its fields, on the page where it is.</summary>
    public async Task BeginAsync(IPage page)
    {
        await PressAsync(page);
        await Assertions.Expect(page.Locator($"{Scope} :is(input, textarea):visible").First).ToBeEnabledAsync();
    }

    public async Task PressAsync(IPage page)
    {
        foreach (var name in Press)
            await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = name })
                .Or(page.Locator("main summary").Filter(new() { HasText = name })).First.ClickAsync();
        if (Prepare is not null) await Prepare(page);
    }
}

/// <summary>
/// Every form of a page that lives: what another person's act, a look-up or the circuit itself may render anew under one's hands.
/// </summary>
internal static class TypingForms
{
    public static IReadOnlyList<TypedForm> OfMembers(TypingApp app) =>
    [
        new("/nppo", "RecoveryNotice") { Press = ["We still have an administrator"] },
        new("/nppo/members", "MemberFilter") { Scope = "form[role=search]", IsSearch = true },
        new("/nppo/members", "InviteForm", "LastDayField") { Press = ["Invite a colleague"], Scope = "form[data-keep=invite]" },
        new("/nppo/members", "JoinRequestCard") { Press = ["Refuse"], Scope = ".request-card" },
        new("/nppo/members", "MemberDialog") { Press = ["Suspend"], Scope = "[role=dialog]" },
        new("/nppo/connection", "ConnectionForm", "ChannelRules") { Press = ["Change"], Prepare = BeginConnectionAsync },
        new("/nppo/integration", "IntegrationStepCard"),
        new("/nppo/integration", "SystemForm") { Prepare = NameSystemAsync, Scope = "form[data-keep=system]" },
        new("/nppo/integration", "EndServingForm") { Press = ["End with notice"], Scope = "form[data-keep^=end-serving]" },
        new("/nppo/certificates", "AddCertificateForm") { Press = ["Add a certificate"], Scope = "form[data-keep=certificate]" },
        new("/nppo/certificates", "CertificateDialog") { Press = ["Revoke"], Scope = "[role=dialog]" },
        new("/nppo/documents", "DocumentBoard") { IsSearch = true },
        new("/nppo/sandbox", "CallFilter") { Scope = "form[role=search]", IsSearch = true },
        new("/nppo/sandbox/envelopes", "EnvelopeBoard") { Scope = "form[role=search]", IsSearch = true },
        new("/nppo/letters", "LetterFields") { Press = ["Ask for a letter"], Scope = "form[data-keep=letter]" },
        new("/nppo/history", "HistoryFilter"),
    ];

    public static IReadOnlyList<TypedForm> OfTheHub(TypingApp app) =>
    [
        new("/hub/registrations", "RegistrationFilterForm") { Scope = "form[role=search]", IsSearch = true },
        new("/hub/registrations", "SavedViewsMenu") { Press = ["Saved views"], Scope = ".list-panel" },
        new($"/hub/registrations/{app.Escalated}", "SecretariatActions") { Press = ["Confirm on evidence"],
            Scope = "form[data-keep=Confirm]" },
        new($"/hub/registrations/{app.Escalated}", "StaffNotes") { Scope = "form[data-keep^=note]" },
        new("/hub/registrations/recover", "RecoverSearch"),
        new("/hub/registrations/recover/SN", "RecoverFields"),
        new("/hub/nppos", "NpposPage") { IsSearch = true },
        new("/hub/nppos", "SuspendManyDialog") { Prepare = SuspendEveryAsync, Scope = "[role=dialog]" },
        new($"/hub/nppos/{app.Nppo}", "NppoReasonDialog") { Press = ["Suspend"], Scope = "[role=dialog]" },
        new("/hub/contact-points", "DirectoryFilterForm") { IsSearch = true },
        new("/hub/contact-points/GA", "ContactPointForm") { Press = ["Change the entry"], Scope = "form[data-keep=contact]" },
        new("/hub/users", "HubUsersPage") { Scope = "form[role=search]", IsSearch = true },
        new("/hub/users", "InviteHubUserForm") { Press = ["Invite a person"], Scope = "form[data-keep=invite]" },
        new("/hub/users", "HubRoleDialog") { Press = ["Change role"], Scope = "[role=dialog]" },
        new("/hub/outbox", "OutboxFilter") { Scope = "form[role=search]", IsSearch = true },
        new("/hub/outbox", "SendingPanel") { Press = ["Pause the sending"], Scope = "form[data-keep=pause-sending]" },
        new($"/hub/outbox/{app.Email}", "EmailActions"),
        new("/hub/letters", "HubLettersPage") { IsSearch = true },
        new("/hub/integration") { IsSearch = true },
        new("/hub/integration/channels", "ChannelForm") { Press = ["Add a channel"], Scope = "form[data-keep^=channel]" },
        new($"/hub/letters/{app.Letter}", "LetterReasonDialog") { Press = ["Decline"], Scope = "[role=dialog]" },
        new("/hub/documents", "ListSearch") { Scope = "form[role=search]", IsSearch = true },
        new("/hub/documents", "AddDocumentForm") { Press = ["Add a document"], Scope = "form[data-keep=document]" },
        new($"/hub/documents/{app.Document}", "AddVersionDialog") { Press = ["New version"], Scope = "[role=dialog]" },
        new("/hub/audit", "AuditFilterForm") { Scope = "form[role=search]" },
        new("/hub/audit", "VerifyPanel") { Press = ["Compare"], Scope = ".audit-proof" },
        new("/hub/audit", "PersonSearch") { Scope = "form:has(#audit-person)" },
    ];

    /// <summary>Behind a link of an e-mail: the applicant's page and the contact point's. They are typed into before they live.</summary>
    public static IReadOnlyList<TypedForm> OfLinks(string tracker, string contactPoint) =>
    [
        new(tracker, "TrackerActions") { Prepare = page => page.Locator("details.question > summary").First.ClickAsync(),
            Scope = "form[data-keep^=report]" },
        new(contactPoint, "DecisionForm") { Prepare = AskAsync, Scope = "form[data-keep^=ask]" },
    ];

    /// <summary>What has a test of its own.</summary>
    public static readonly IReadOnlyList<string> Steps = ["CountryField", "AnswerField"];

    internal static async Task BeginConnectionAsync(IPage page)
    {
        await page.Locator("main form select").First.SelectOptionAsync("Push");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a rule" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rule input").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("input[type=url]")).ToBeVisibleAsync();
    }

    internal static async Task NameSystemAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the system" }).ClickAsync();
        await page.GetByLabel("Through another system", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(page.Locator("#serving-name")).ToBeVisibleAsync();
    }

    private static async Task SuspendEveryAsync(IPage page)
    {
        await page.Locator("thead input[type=checkbox]").CheckAsync();
        await page.Locator(".list-bulk button", new() { HasText = "Suspend" }).ClickAsync();
        await Assertions.Expect(page.Locator("[role=dialog] textarea")).ToBeVisibleAsync();
    }

    private static Task AskAsync(IPage page) => page.GetByRole(AriaRole.Link, new() { Name = "Ask a question" })
        .Or(page.GetByRole(AriaRole.Button, new() { Name = "Ask a question" })).First.ClickAsync();
}
