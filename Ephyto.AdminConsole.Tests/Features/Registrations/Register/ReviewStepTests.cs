using Bunit;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.Register.Drafts;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

public sealed class ReviewStepTests : RegisterPageContext
{
    [Fact]
    public async Task Everything_is_shown_once_more_with_a_way_to_change_it()
    {
        await KeepAsync((RegisterField.Website, ""), (RegisterField.OrganizationName, "<script>alert(1)</script>"));
        var page = Open(RegisterStep.Review);

        var facts = page.FindAll(".register-review dl > div")
            .ToDictionary(fact => fact.Children[0].TextContent, fact => fact.Children[1].TextContent);
        Assert.Equal(("Côte d’Ivoire", "GeNS", "Français"), (facts["Country"], facts["System"], facts["Preferred language"]));
        Assert.Equal(("Not given", "<script>alert(1)</script>"), (facts["Website"], facts["Organization name"]));
        Assert.Equal(13, facts.Count);
        Assert.Empty(page.FindAll(".register-review script"));
        Assert.Equal(
            ["register?step=organisation", "register?step=representative"],
            page.FindAll(".register-review-head a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_submission_leads_to_the_tracker()
    {
        await KeepAsync();
        var page = Open(RegisterStep.Review);

        await page.Find("button.button-primary").ClickAsync();

        await UntilAsync(() => LedTo(page).StartsWith("registration/", StringComparison.Ordinal), "the tracker");
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<RegistrationDraft>().CountAsync()));
    }

    [Fact]
    public async Task A_second_tab_on_the_same_form_is_led_to_the_registration_that_stands()
    {
        await KeepAsync();
        var (first, second) = (Open(RegisterStep.Review), Open(RegisterStep.Review));
        await first.Find("button.button-primary").ClickAsync();
        await UntilAsync(() => LedTo(first).StartsWith("registration/", StringComparison.Ordinal), "the tracker");

        await second.Find("button.button-primary").ClickAsync();

        await UntilAsync(() => LedTo(second).EndsWith("?problem=registration.sent-already", StringComparison.Ordinal),
            "the tracker, with a sentence");
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));
    }

    [Fact]
    public async Task Who_never_saw_the_answer_finds_an_empty_form_and_the_way_to_what_was_sent()
    {
        await KeepAsync();
        var lost = Open(RegisterStep.Review);
        await lost.Find("button.button-primary").ClickAsync();
        await UntilAsync(() => LedTo(lost).StartsWith("registration/", StringComparison.Ordinal), "the tracker");

        var again = Open(RegisterStep.Review);

        Assert.Contains("The form of this browser was sent", again.Markup, StringComparison.Ordinal);
        Assert.False(again.Find("#Informed").HasAttribute("checked"));
        await again.Find("#sent-before").ClickAsync();
        await UntilAsync(() => LedTo(again).StartsWith("registration/", StringComparison.Ordinal), "the tracker");
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));
    }

    [Fact]
    public async Task Who_comes_second_is_told_why_and_keeps_the_form()
    {
        await KeepAsync();
        var page = Open(RegisterStep.Review);
        await Host.AddAsync(Answers.Verified("CI", Now));

        await page.Find("button.button-primary").ClickAsync();

        await UntilAsync(() => page.FindAll("#refusal [role=alert]").Count == 1, "the refusal");
        Assert.Contains("Another registration of this country was verified in the meantime", page.Find("#refusal").TextContent,
            StringComparison.Ordinal);
        Assert.Contains("Koné", page.Markup, StringComparison.Ordinal);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<RegistrationDraft>().CountAsync()));
        Assert.Contains("refusal", Focused);
    }

    [Fact]
    public async Task A_program_that_fills_in_the_hidden_field_is_told_so()
    {
        await KeepAsync();
        var page = Open(RegisterStep.Review);
        await page.Find("#register-extra").ChangeAsync("555 0100");

        await page.Find("button.button-primary").ClickAsync();

        await UntilAsync(() => page.FindAll("#refusal").Count == 1, "the refusal");
        Assert.Contains("as if a program had filled it in", page.Find("#refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));
    }
}
