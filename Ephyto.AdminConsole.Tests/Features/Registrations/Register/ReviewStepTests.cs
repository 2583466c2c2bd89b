using Bunit;
using Ephyto.AdminConsole.Features.Registrations.Drafts;
using Ephyto.AdminConsole.Features.Registrations.Register;
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

        var facts = page.FindAll(".register-review dl > div").ToDictionary(fact => fact.Children[0].TextContent, fact => fact.Children[1].TextContent);
        Assert.Equal(("Côte d’Ivoire", "GeNS", "Français"), (facts["Country"], facts["System"], facts["Preferred language"]));
        Assert.Equal(("Not given", "<script>alert(1)</script>"), (facts["Website"], facts["Organization name"]));
        Assert.Equal(13, facts.Count);
        Assert.Empty(page.FindAll(".register-review script"));
        Assert.Equal(
            ["/register?step=organisation", "/register?step=representative"],
            page.FindAll(".register-review-head a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_submission_leads_to_the_tracker()
    {
        await KeepAsync();
        var page = Open(RegisterStep.Review);

        page.Find("button.button-primary").Click();

        await UntilAsync(() => Address.StartsWith("/registration/", StringComparison.Ordinal), "the tracker");
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<RegistrationDraft>().CountAsync()));
    }

    [Fact]
    public async Task Who_comes_second_is_told_why_and_keeps_the_form()
    {
        await KeepAsync();
        var page = Open(RegisterStep.Review);
        await Host.AddAsync(Answers.Registration("CI", Now));

        page.Find("button.button-primary").Click();

        await UntilAsync(() => page.FindAll("#refusal [role=alert]").Count == 1, "the refusal");
        Assert.Contains("Somebody has submitted a registration for this country in the meantime", page.Find("#refusal").TextContent, StringComparison.Ordinal);
        Assert.Contains("Koné", page.Markup, StringComparison.Ordinal);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<RegistrationDraft>().CountAsync()));
        Assert.Contains("refusal", Focused);
    }

    [Fact]
    public async Task A_program_that_fills_in_the_hidden_field_is_told_so()
    {
        await KeepAsync();
        var page = Open(RegisterStep.Review);
        page.Find("#register-extra").Change("555 0100");

        page.Find("button.button-primary").Click();

        await UntilAsync(() => page.FindAll("#refusal").Count == 1, "the refusal");
        Assert.Contains("as if a program had filled it in", page.Find("#refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));
    }
}
