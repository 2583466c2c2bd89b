using Bunit;
using Ephyto.AdminConsole.Features.Registrations.Components;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Features.Registrations;

/// <summary>The steps of a registration as applicant and contact point read them.</summary>
public sealed class TimelineNamesTests : PageTests
{
    [Fact]
    public void An_officer_acts_for_the_secretariat_and_whoever_objects_to_a_recovery_for_the_organization()
    {
        var (recovery, contact) = RegistrationSample.In(RegistrationStatus.AwaitingContactPoint, kind: RegistrationKind.Recovery);
        recovery.Contest("We are still here.", Guid.CreateVersion7(), RegistrationSample.Policy, RegistrationSample.Start);
        recovery.SendBack(contact, RegistrationSample.Policy, RegistrationSample.Officer, RegistrationSample.Start);
        var view = new RegistrationView(recovery, LinkState.Open, null, null, false, null, null, null);

        var timeline = Reader(Actor.Anonymous).Render<RegistrationTimeline>(shown => shown.Add(t => t.View, view));

        var lines = timeline.FindAll("li").Select(line => line.TextContent).ToList();
        Assert.Contains(lines, line => line.Contains("Administrator of the organization", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("IPPC Secretariat", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Signed-in person", StringComparison.Ordinal));
    }
}
