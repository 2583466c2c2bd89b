using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.People.Staff.Components;
using Ephyto.AdminConsole.Features.People.Staff.Emails;
using Ephyto.AdminConsole.Features.People.Staff.Pages;
using Ephyto.AdminConsole.Features.People.Staff.Reactions;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Platform.Time;
using Ephyto.Domain.Access;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.People.Staff;

/// <summary>The people of the hub: invitations, roles and their end.</summary>
internal static class HubUsersModule
{
    public static IEndpointRouteBuilder MapHubUsers(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHubUsersFile();
        return endpoints;
    }

    public static IServiceCollection AddHubUsers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HubUsersOptions>().Bind(configuration.GetSection(HubUsersOptions.Section)).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddColumns<HubUserColumns>();
        services.AddSingleton<HubUserEmails>();
        services.AddEmailKinds(HubUserEmails.Kinds);
        services.AddSingleton<INavigationContributor, HubUsersNavigation>();
        services.AddClock<AdvanceHubUsers, HubUsersOptions>(options => options.ClockSeconds, (advance, ct) => advance.HandleAsync(ct));
        return services
            .AddDomainEventHandler<HubUserInvited, SendHubInvitation>()
            .AddDomainEventHandler<HubInvitationCancelled, TakeBackHubInvitation>()
            .AddDomainEventHandler<HubUserEvent, TellHubUser>();
    }
}

internal sealed class HubUsersNavigation(IStringLocalizer<HubUsersText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
    [
        new("hub/users", () => text["Menu"], IconKind.People, 240,
            user => user.HasClaim(ConsoleClaims.HubRole, nameof(HubRole.HubAdministrator))) { IsOfHub = true },
    ];
}
