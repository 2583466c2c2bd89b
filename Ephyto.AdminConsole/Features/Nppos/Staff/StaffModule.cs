using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Nppos.Staff.Components;
using Ephyto.AdminConsole.Features.Nppos.Staff.Emails;
using Ephyto.AdminConsole.Features.Nppos.Staff.Reactions;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Nppos;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Nppos.Staff;

/// <summary>Organizations before the eyes of the hub: the list, one with its people, suspending, reactivating and closing.</summary>
internal static class StaffModule
{
    public static IServiceCollection AddNppoStaff(this IServiceCollection services) => services
        .AddColumns<NppoColumns>()
        .AddSingleton<NppoEmails>().AddEmailKinds(NppoEmails.Kinds)
        .AddDomainEventHandler<NppoSuspended, TellAdministratorsOfNppo>().AddDomainEventHandler<NppoReactivated, TellAdministratorsOfNppo>()
        .AddDomainEventHandler<NppoClosed, TellAdministratorsOfNppo>()
        .AddSingleton<INavigationContributor, StaffNavigation>();
}

internal sealed class StaffNavigation(IStringLocalizer<NppoStaffText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items => [NavigationItem.OfHub("hub/nppos", () => text["NpposMenu"], IconKind.Building, 230)];
}
