using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Tests.Features.Registrations;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

/// <summary>The forms with words on the pages that links open, without JavaScript.</summary>
public abstract class FormsOfLinks(DatabaseKind kind) : UseCaseTests(kind)
{
    private protected const string Typed = "We have to ask our minister <first>.";

    private protected Registrar Registrar => field ??= new Registrar(Host);

    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Database:BusySeconds"] = "1" };

    /// <summary>
    /// The forms with a field for words that are sent to an address of their own; every other one is shown anew by its page.
    /// </summary>
    public static TheoryData<string> Forms =>
        ["contact-point/confirm", "contact-point/decline", "contact-point/ask", "contact-point/step-aside", "registration/answer",
            "registration/report-contact"];

    private protected async Task<HttpClient> BrowserAsync()
    {
        var browser = Host.CreateClient();
        await browser.GetAsync(new Uri("/language/en", UriKind.Relative));
        // What a refused form is offered again for.
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    private protected async Task<(Guid Id, Tab Tab)> OpenAsync(HttpClient browser, string form)
    {
        var id = (await Registrar.VerifiedAsync()).Id;
        var request = await Registrar.LinkOfAsync(id, EmailKinds.ContactPointRequest);
        if (form == "registration/answer")
            await Host.CallAsync((AskApplicant ask) => ask.HandleAsync(new(request.Id, "Who decided this?"), default));
        var (page, kind) = form.StartsWith("contact-point", StringComparison.Ordinal)
            ? ("contact-point", EmailKinds.ContactPointRequest)
            : ("registration", form == "registration/answer" ? EmailKinds.Question : EmailKinds.Received);
        var tab = await new Tab(browser).GoToAsync($"/{page}/{await Registrar.SecretOfAsync(id, kind)}");
        return (id, page == "registration"
            ? tab : await tab.GoToAsync($"{tab.Address.PathAndQuery}&step={form["contact-point/".Length..]}"));
    }
}
