using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

/// <summary>A person at the registration steps, in one language: by what they read, never by what the page is made of.</summary>
internal sealed class RegisterWalk(IPage page, bool french = false)
{
    private static readonly Dictionary<string, string> French = new()
    {
        ["Continue"] = "Continuer",
        ["Back"] = "Retour",
        ["Submit registration"] = "Envoyer la demande d’inscription",
        ["I have informed the official contact point"] = "J’ai informé le point de contact officiel",
        ["Readiness"] = "Préparation",
        ["Country and organization"] = "Pays et organisation",
        ["Representative"] = "Représentant",
        ["Review and submit"] = "Vérification et envoi",
        ["Country"] = "Pays",
        ["Organization name"] = "Nom de l’organisation",
        ["Organization name in English"] = "Nom de l’organisation en anglais",
        ["Address"] = "Adresse",
        ["Website"] = "Site web",
        ["National system"] = "Système national",
        ["Title"] = "Civilité",
        ["Given name"] = "Prénom",
        ["Family name"] = "Nom de famille",
        ["Job title"] = "Fonction",
        ["E-mail"] = "Adresse électronique",
        ["Phone"] = "Téléphone",
    };

    public IPage Page => page;

    public ILocator Submit => Button("Submit registration");

    public ILocator Field(string label) => page.GetByLabel(Words(label), new() { Exact = true });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = Words(name), Exact = true });

    public async Task AtAsync(string step)
    {
        var heading = page.GetByRole(AriaRole.Heading, new() { Level = 2, Name = Words(step), Exact = true });
        await Expect(heading).ToBeVisibleAsync();
        await Expect(page.Locator(".stepper [aria-current=step]")).ToHaveTextAsync(Words(step));
    }

    public Task FitsAndIsAccessibleAsync() => page.ShouldFitAndBeAccessibleAsync();

    public async Task InformAsync()
    {
        await AtAsync("Readiness");
        await Field("I have informed the official contact point").CheckAsync();
        await ContinueToAsync("Country and organization");
    }

    public async Task ChooseCountryAsync(string typed, string name)
    {
        await Field("Country").FillAsync(typed);
        await page.GetByRole(AriaRole.Option, new() { Name = name }).First.ClickAsync();
        await Expect(page.Locator(".register-prospect")).ToContainTextAsync(name);
    }

    public async Task FillOrganizationAsync(string typed, string name)
    {
        await ChooseCountryAsync(typed, name);
        await Field("Organization name").FillAsync("Direction de la protection des végétaux");
        await Field("Organization name in English").FillAsync("Directorate of Plant Protection");
        await Field("Address").FillAsync("BP V 7\nAbidjan");
        await Field("Website").FillAsync("www.example.org");
        await Field("National system").CheckAsync();
        await ContinueToAsync("Representative");
    }

    public async Task FillRepresentativeAsync(string email)
    {
        await Field("Title").FillAsync("Mme");
        await Field("Given name").FillAsync("Awa");
        await Field("Family name").FillAsync("Koné");
        await Field("Job title").FillAsync("Cheffe de service");
        await Field("E-mail").FillAsync(email);
        await Field("Phone").FillAsync("+225 27 20 00 00 00");
    }

    public async Task ReviewAsync(string typed, string name, string email = "awa.kone@plants.example.org")
    {
        await page.GotoAsync("/register");
        await InformAsync();
        await FillOrganizationAsync(typed, name);
        await FillRepresentativeAsync(email);
        await ContinueToAsync("Review and submit");
    }

    public async Task ContinueToAsync(string step)
    {
        await Button("Continue").ClickAsync();
        await AtAsync(step);
    }

    public Task SavedAsync() => Expect(page.Locator(".register-kept[data-state=Saved]")).ToBeVisibleAsync();

    private string Words(string english) => french ? French.GetValueOrDefault(english, english) : english;
}
