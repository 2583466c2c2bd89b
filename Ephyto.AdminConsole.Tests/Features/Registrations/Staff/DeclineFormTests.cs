using Bunit;
using Ephyto.AdminConsole.Features.Registrations.Staff.Pages;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Staff;

/// <summary>What an officer declines, and why, is chosen by the officer.</summary>
public sealed class DeclineFormTests : PageTests
{
    [Fact]
    public async Task Nobody_declines_for_a_reason_that_nobody_chose()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer, "First officer");
        var registration = Host.Escalated("BO");
        await Host.AddAsync(registration);
        var file = OpenDossier(officer, registration);

        await file.PressAsync("Decline");
        Assert.Equal("Choose a reason", file.Find("#Reason option").TextContent);
        Assert.DoesNotContain(file.FindAll("#Reason option[selected]"), option => option.GetAttribute("value") is { Length: > 0 });
        await file.Find("form").SubmitAsync();

        file.WaitForAssertion(
            () => Assert.Contains("Please choose a reason.", file.Find("#Reason-error").TextContent, StringComparison.Ordinal));
        Assert.Equal(RegistrationStatus.Escalated,
            await Host.StoreAsync(db => db.Set<Registration>().Where(r => r.Id == registration.Id).Select(r => r.Status).SingleAsync()));
        await file.Find("#Reason").ChangeAsync(nameof(DeclineReason.NotReady));
        Assert.Contains("The representative is advised: Finish the preparations", file.Find("form").TextContent, StringComparison.Ordinal);
        await file.Find("form").SubmitAsync();
        file.WaitForAssertion(() => Assert.Contains("The registration is declined.", file.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<RegistrationDossierPage> OpenDossier(Actor actor, Registration registration) =>
        Open<RegistrationDossierPage>(actor, $"/hub/registrations/{registration.Id}",
            parameters => parameters.Add(page => page.Id, registration.Id));
}
