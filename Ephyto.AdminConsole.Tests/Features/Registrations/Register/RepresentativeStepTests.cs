using Bunit;
using Ephyto.AdminConsole.Features.Registrations.Register;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

public sealed class RepresentativeStepTests : RegisterPageContext
{
    [Fact]
    public async Task A_free_email_address_is_warned_of_and_accepted()
    {
        await KeepAsync();
        var page = Open(RegisterStep.Representative);
        Assert.Empty(page.FindAll(".register-step .tone-warning"));

        await page.Find("#Email").InputAsync(" Awa.Kone@GMAIL.com ");
        await page.Find("#Email").BlurAsync();

        Assert.Equal("awa.kone@gmail.com", page.Find("#Email").GetAttribute("value"));
        Assert.Contains("gmail.com is open to everybody", page.Find(".register-step .tone-warning").TextContent, StringComparison.Ordinal);
        await page.Find("button.button-primary").ClickAsync();
        Assert.Equal("/register?step=review", Address);
    }

    [Fact]
    public async Task Browsers_and_screen_readers_know_what_each_field_is()
    {
        await KeepAsync();
        var page = Open(RegisterStep.Representative);

        Assert.Equal(("email", "email"), (page.Find("#Email").GetAttribute("type"), page.Find("#Email").GetAttribute("autocomplete")));
        Assert.Equal(("true", "false"),
            (page.Find("#FamilyName").GetAttribute("aria-required"), page.Find("#Title").GetAttribute("aria-required")));
        foreach (var id in (string[])["Title", "GivenName", "FamilyName", "JobTitle", "Email", "Phone"])
            Assert.Single(page.FindAll($"label[for={id}]"));
        var group = page.Find("#PreferredLanguage");
        Assert.Equal("Preferred language", page.Find($"#{group.GetAttribute("aria-labelledby")}").TextContent);
    }

    [Fact]
    public async Task The_language_of_the_page_is_the_first_choice()
    {
        await KeepAsync((RegisterField.PreferredLanguage, ""));
        ReadIn("fr");

        Assert.True(Open(RegisterStep.Representative).Find("#PreferredLanguage-fr").HasAttribute("checked"));
    }
}
