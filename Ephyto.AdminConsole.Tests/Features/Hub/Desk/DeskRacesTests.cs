using Bunit;
using Ephyto.AdminConsole.Features.Registrations.Staff.Pages;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Features.Hub.Desk;

/// <summary>What an open panel says after somebody else acted, and after its own act.</summary>
public sealed class DeskRacesTests : PageTests
{
    [Fact]
    public async Task A_panel_into_which_nothing_was_typed_does_not_say_that_words_are_kept()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var registration = Host.Escalated("BO");
        await Host.AddAsync(registration);
        var file = OpenDossier(officer, registration);
        await file.PressAsync("Send to the contact point again");

        await Host.ChangeAsync(registration, r => r.DeclineBySecretariat(DeclineReason.NotReady, null, officer, Host.Now()));

        file.WaitForAssertion(() => Assert.Contains("nothing to decide here any more", file.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("What you typed", file.Find("form").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_press_of_a_double_click_finds_no_fault_with_the_emptied_field_but_a_later_one_does()
    {
        var registration = Host.Submitted("BO");
        await Host.AddAsync(registration);
        var file = OpenDossier(await Host.AppointAsync(HubRole.SecretariatOfficer), registration);
        await file.Find("#Note").ChangeAsync("Called on Monday.");

        await file.Find("form").SubmitAsync();
        file.WaitForAssertion(() => Assert.Contains("Called on Monday.", file.Find("blockquote").TextContent, StringComparison.Ordinal));
        await file.Find("form").SubmitAsync();
        Assert.Empty(file.FindAll("#Note-error"));

        Host.Time.Advance(TimeSpan.FromSeconds(10));
        await file.Find("form").SubmitAsync();
        file.WaitForAssertion(() => Assert.Contains("Please write", file.Find("#Note-error").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<RegistrationDossierPage> OpenDossier(Actor actor, Registration registration) =>
        Open<RegistrationDossierPage>(actor, $"/hub/registrations/{registration.Id}",
            parameters => parameters.Add(page => page.Id, registration.Id));
}
