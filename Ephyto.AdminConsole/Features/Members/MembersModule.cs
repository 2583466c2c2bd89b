using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Features.Members.Components;
using Ephyto.AdminConsole.Features.Members.Emails;
using Ephyto.AdminConsole.Features.Members.Reactions;
using Ephyto.AdminConsole.Features.Members.UseCases;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.Members;

/// <summary>The people of an NPPO: invitations, requests to join, the list.</summary>
internal static class MembersModule
{
    public static IServiceCollection AddMembers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MembersOptions>().Bind(configuration.GetSection(MembersOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MemberEmails>();
        services.AddSingleton<MemberPost>();
        services.AddSingleton<ILinkRenewal, RenewActivation>();
        services.AddSingleton<INavigationContributor, MembersNavigation>();
        services.AddSingleton<ListMembers>().AddSingleton<InviteMember>().AddSingleton<AskToJoin>().AddSingleton<ViewJoin>();
        services.AddSingleton<MemberAct>().AddSingleton<ResendInvitation>().AddSingleton<CancelInvitation>().AddSingleton<AdmitMember>()
            .AddSingleton<RefuseMember>().AddSingleton<InvitationActs>();
        return services
            .AddDomainEventHandler<InitialAdministratorAppointed, SendConfirmation>()
            .AddDomainEventHandler<MemberInvited, SendInvitation>()
            .AddDomainEventHandler<InvitationCancelled, TakeBackInvitation>()
            .AddDomainEventHandler<JoinRequested, TellAdministrators>()
            .AddDomainEventHandler<JoinRefused, TellRefused>();
    }
}
