using Bunit;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Components.Layout;

public sealed class SwitchesTests : ShellContext
{
    [Fact]
    public void The_language_in_use_is_no_link_and_the_other_one_is_named_in_its_own_words()
    {
        var languages = Render<LanguageSwitch>();

        Assert.Equal("English", languages.Find("[aria-current]").TextContent);
        var other = languages.Find("a");
        Assert.Equal("Français", other.TextContent);
        Assert.Equal("fr", other.GetAttribute("lang"));
    }

    [Fact]
    public void The_switches_lead_back_to_the_page_the_reader_went_to()
    {
        var languages = Render<LanguageSwitch>();
        var themes = Render<ThemeSwitch>();

        Services.GetRequiredService<NavigationManager>().NavigateTo("/hub/registrations?state=open&page=2");

        const string back = "?returnUrl=%2Fhub%2Fregistrations%3Fstate%3Dopen%26page%3D2";
        languages.WaitForAssertion(() => Assert.Equal("language/fr" + back, languages.Find("a").GetAttribute("href")));
        themes.WaitForAssertion(() => Assert.Equal("theme/dark" + back, themes.Find("a").GetAttribute("href")));
    }

    [Theory]
    [InlineData(nameof(HubEnvironment.Test), "Test")]
    [InlineData(nameof(HubEnvironment.Production), "Production")]
    public void The_environment_is_named(string environment, string word)
    {
        Services.Configure<HubOptions>(hub => hub.Environment = Enum.Parse<HubEnvironment>(environment));

        Assert.Equal(word, Render<EnvironmentChip>().Find(".chip").TextContent);
    }
}
