using Bunit;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.Register.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

public sealed class RegisterPageTests : RegisterPageContext
{
    [Fact]
    public void The_first_step_names_the_eight_functions_and_asks_for_one_thing()
    {
        var page = Open();

        Assert.Equal(8, page.FindAll(".checklist > li").Count);
        Assert.Contains("GeNS", page.Markup, StringComparison.Ordinal);
        Assert.Equal("I have informed the official contact point", page.Find("label[for=Informed]").TextContent);
        Assert.Equal("Readiness", page.Find(".stepper [aria-current=step]").TextContent.Trim());
        Assert.Equal(4, page.FindAll("ol.stepper > li").Count);
    }

    [Fact]
    public async Task Nobody_goes_on_without_the_box_and_the_keyboard_is_put_there()
    {
        var page = Open();

        await page.Find(".button-primary").ClickAsync();

        Assert.Equal("Inform the official contact point, then tick the box.", page.Find("#Informed-error").TextContent);
        Assert.Equal("true", page.Find("#Informed").GetAttribute("aria-invalid"));
        Assert.Contains("Informed-error", page.Find("#Informed").GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("One answer needs your attention.", page.Find("[role=status].visually-hidden").TextContent);
        Assert.Equal(["Informed"], Focused);
        Assert.Equal("/register", Address);
    }

    [Fact]
    public async Task The_box_leads_to_the_next_step_and_its_heading()
    {
        var page = Open();

        await page.Find("#Informed").ChangeAsync(true);
        await page.Find(".button-primary").ClickAsync();

        Assert.Equal("/register?step=organisation", Address);
        Assert.Equal("Country and organization", page.Find("h2").TextContent);
        Assert.Equal("Country and organization", page.Find(".stepper [aria-current=step]").TextContent.Trim());
        Assert.Equal("register", page.Find(".stepper .is-done a").GetAttribute("href"));
        Assert.Equal(["step-heading"], Focused);
    }

    [Fact]
    public void Before_the_circuit_is_there_the_page_says_that_it_waits_and_takes_what_is_typed()
    {
        var page = Open(interactive: false);

        Assert.StartsWith("Getting this page ready", page.Find(".until-live").GetAttribute("data-waiting"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[disabled]"));
    }

    [Theory]
    [InlineData(RegisterStep.Organization)]
    [InlineData(RegisterStep.Review)]
    public void A_step_that_is_too_far_ahead_leads_to_the_first_open_one(RegisterStep step)
    {
        Open(step);

        Assert.Equal("/register", Address);
    }

    [Fact]
    public async Task A_kept_form_is_there_again_at_the_step_in_the_address()
    {
        await KeepAsync((RegisterField.FamilyName, "N’Guessan"), (RegisterField.Phone, ""));

        var page = Open(RegisterStep.Representative);

        Assert.Equal("N’Guessan", page.Find("#FamilyName").GetAttribute("value"));
        Assert.Equal("Representative", page.Find("h2").TextContent);
    }

    [Fact]
    public async Task What_is_typed_is_kept_within_half_a_second()
    {
        await KeepAsync();
        var page = Open(RegisterStep.Representative);

        await page.Find("#JobTitle").InputAsync("Directrice");

        Assert.Equal("Saving", page.Find(".register-kept").GetAttribute("data-state"));
        await UntilAsync(() => page.Find(".register-kept").GetAttribute("data-state") == "Saved", "the answers to be saved");
        var draft = await Host.StoreAsync(db => db.Set<RegistrationDraft>().SingleAsync());
        Assert.Equal("Directrice", draft.Read()["JobTitle"]);
    }

    [Fact]
    public async Task Opening_the_page_keeps_nothing()
    {
        Open();

        Assert.Equal(0, await Host.StoreAsync(db => db.Set<RegistrationDraft>().CountAsync()));
    }

    [Fact]
    public async Task Who_comes_back_goes_on_where_something_is_still_to_be_said()
    {
        await KeepAsync((RegisterField.JobTitle, ""));

        var page = Open();

        var goesOn = page.Find(".notice a.button");
        Assert.Equal("Go on with: Representative", goesOn.TextContent);
        Assert.Equal(RegisterSteps.AddressOf(RegisterStep.Representative), goesOn.GetAttribute("href"));
    }

    [Fact]
    public async Task Who_has_said_nothing_that_counts_is_led_nowhere_else()
    {
        await KeepAsync((RegisterField.Informed, ""));

        Assert.Empty(Open().FindAll(".notice a.button"));
    }

    [Fact]
    public async Task Who_comes_back_may_clear_the_form()
    {
        await KeepAsync();
        var page = Open();

        await page.Find(".notice button").ClickAsync();

        await UntilAsync(() => Host.StoreAsync(db => db.Set<RegistrationDraft>().CountAsync()).GetAwaiter().GetResult() == 0,
            "the draft to be gone");
    }

    [Fact]
    public void French_is_spoken_from_the_first_word()
    {
        ReadIn("fr");

        var page = Open();

        Assert.Equal("Inscrire une ONPV", page.Find("h1").TextContent);
        Assert.Equal("J’ai informé le point de contact officiel", page.Find("label[for=Informed]").TextContent);
    }
}
