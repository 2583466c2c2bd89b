using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.People.Members.Components;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Features.People.Members.Pages;
using Ephyto.AdminConsole.Features.People.Members.Reactions;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.AdminConsole.Platform.Time;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.People.Members;

/// <summary>The people of an NPPO: invitations, requests to join, the list.</summary>
internal static class MembersModule
{
    public static IEndpointRouteBuilder MapMembers(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMembersFile();
        return endpoints;
    }

    public static IServiceCollection AddMembers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MembersOptions>().Bind(configuration.GetSection(MembersOptions.Section)).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<MemberEmails>().AddSingleton<AccessEmails>();
        services.AddSingleton<MemberMailer>();
        services.AddEmailKinds(MemberEmails.Kinds).AddEmailKinds(AccessEmails.Kinds);
        services.AddSingleton<INavigationContributor, MembersNavigation>().AddSingleton<IIntegrationEvidence, ContactsEvidence>();
        services.AddColumns<MemberColumns>();
        services.AddClock<AdvanceMembers, MembersOptions>(options => options.ClockSeconds, (advance, ct) => advance.HandleAsync(ct));
        return services
            .AddDomainEventHandler<InitialAdministratorAppointed, SendConfirmation>()
            .AddDomainEventHandler<MemberInvited, SendInvitation>()
            .AddDomainEventHandler<InvitationCancelled, TakeBackInvitation>()
            .AddDomainEventHandler<JoinRequested, TellAdministrators>()
            .AddDomainEventHandler<JoinRefused, TellRefused>()
            .AddDomainEventHandler<AccessEvent, TellMember>()
            .AddDomainEventHandler<MemberLeft, TellLeft>().AddDomainEventHandler<MemberErased, TellErased>()
            .AddDomainEventHandler<AccessEnded, EndSessions>()
            .AddDomainEventHandler<RoleEndReminded, RemindOfRoleEnd>()
            .AddDomainEventHandler<RoleEndHeld, TellRoleEndHeld>()
            .AddDomainEventHandler<NppoClosed, EndOpenRequests>();
    }
}
