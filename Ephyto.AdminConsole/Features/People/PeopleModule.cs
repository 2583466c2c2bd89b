using Ephyto.AdminConsole.Features.People.Invitations;
using Ephyto.AdminConsole.Features.People.Members;
using Ephyto.AdminConsole.Features.People.Staff;

namespace Ephyto.AdminConsole.Features.People;

/// <summary>The people of organizations and of the hub, and how they are invited.</summary>
internal static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration) =>
        services.AddMembers(configuration).AddHubUsers(configuration).AddInvitations();

    public static IEndpointRouteBuilder MapPeople(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapHubUsers().MapMembers().MapInvitations();
}
