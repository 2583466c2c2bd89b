using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Nppos.Own;
using Ephyto.AdminConsole.Features.Nppos.Own.Components;
using Ephyto.AdminConsole.Features.Nppos.Own.Emails;
using Ephyto.AdminConsole.Features.Nppos.Own.Reactions;
using Ephyto.AdminConsole.Features.Nppos.Staff;
using Ephyto.AdminConsole.Features.Nppos.Staff.Pages;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Nppos;

/// <summary>Organizations: their own area, and what the hub does with them.</summary>
internal static class NpposModule
{
    public static IServiceCollection AddNppos(this IServiceCollection services) => services
        .AddNppoStaff()
        .AddSingleton<ContactEmails>().AddEmailKinds(ContactEmails.Kinds)
        .AddSingleton<NppoNotices>()
        .AddSingleton<INavigationContributor, NpposNavigation>()
        .AddDomainEventHandler<RegistrationConfirmed, RegisterNppo>()
        .AddDomainEventHandler<AccessEnded, ForgetContact>().AddDomainEventHandler<MemberErased, ForgetContact>()
        .AddDomainEventHandler<TechnicalContactEvent, TellAboutContact>();

    public static IEndpointRouteBuilder MapNppos(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapNppoFiles();
        return endpoints;
    }
}
