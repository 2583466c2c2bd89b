using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Registrations.Staff.Components;
using Ephyto.AdminConsole.Features.Registrations.Staff.Pages;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Staff;

/// <summary>
/// Registrations before the eyes of the hub: the list, a registration with its evidence and notes, what the Secretariat decides.
/// </summary>
internal static class StaffModule
{
    public static IServiceCollection AddRegistrationStaff(this IServiceCollection services) => services
        .AddColumns<RegistrationColumns>()
        .AddSingleton<EvidenceInspector>()
        .AddSingleton<INavigationContributor, StaffNavigation>();

    public static void MapRegistrationStaff(this IEndpointRouteBuilder endpoints) => endpoints.MapRegistrationFiles();
}

internal sealed class StaffNavigation(IStringLocalizer<RegistrationStaffText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
        [NavigationItem.OfHub("hub/registrations", () => text["RegistrationsMenu"], IconKind.Document, 210)];
}
