using Bunit;
using Ephyto.AdminConsole.Features.Registrations.Staff.Components;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Staff;

/// <summary>The steps of a registration as the staff of the hub read them.</summary>
public sealed class StaffTimelineTests : PageTests
{
    [Fact]
    public void Whoever_objects_to_a_recovery_is_no_officer_of_the_secretariat()
    {
        var (recovery, contact) = RegistrationSample.In(RegistrationStatus.AwaitingContactPoint, kind: RegistrationKind.Recovery);
        recovery.Contest("We are still here.", Guid.CreateVersion7(), RegistrationSample.Policy, RegistrationSample.Start);
        recovery.SendBack(contact, RegistrationSample.Policy, RegistrationSample.Officer, RegistrationSample.Start);

        var timeline = Reader(Actor.Anonymous)
            .Render<StaffTimeline>(
                shown => shown.Add(t => t.Steps, [.. recovery.Steps.TakeLast(2).Select(step => new DossierStep(step, "Ada"))]));

        Assert.Equal(["administrator of the organization", "for the Secretariat"],
            timeline.FindAll("li")
                .Select(line => line.TextContent.Contains("Ada, administrator of the organization", StringComparison.Ordinal)
            ? "administrator of the organization" : line.TextContent.Contains("Ada for the Secretariat", StringComparison.Ordinal)
            ? "for the Secretariat" : line.TextContent));
    }
}
