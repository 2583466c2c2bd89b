using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Nppos.Staff.Components;
using Ephyto.AdminConsole.Features.Nppos.Staff.Emails;
using Ephyto.AdminConsole.Features.Nppos.Staff.Reactions;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Nppos;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Nppos.Staff;

/// <summary>Organisations before the eyes of the hub: the list, one with its people, suspending, reactivating and closing.</summary>
internal static class StaffModule
{
    public static IServiceCollection AddNppoStaff(this IServiceCollection services) => services
        .AddColumns<NppoColumns>()
        .AddSingleton<NppoMails>().AddMailKinds(NppoMails.Kinds)
        .AddDomainEventHandler<NppoSuspended, TellAdministratorsOfNppo>().AddDomainEventHandler<NppoReactivated, TellAdministratorsOfNppo>()
        .AddDomainEventHandler<NppoClosed, TellAdministratorsOfNppo>()
        .AddSingleton<INavigationContributor, StaffNavigation>();
}

internal sealed class StaffNavigation(IStringLocalizer<NppoStaffText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items => [NavigationItem.OfHub("hub/nppos", () => text["NpposMenu"], IconKind.Building, 230)];
}
