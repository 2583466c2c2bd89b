using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Nppos.Components;
using Ephyto.AdminConsole.Features.Nppos.Emails;
using Ephyto.AdminConsole.Features.Nppos.Reactions;
using Ephyto.AdminConsole.Features.Nppos.UseCases;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Nppos;

/// <summary>An organisation's own area.</summary>
internal static class NpposModule
{
    public static IServiceCollection AddNppos(this IServiceCollection services) => services
        .AddSingleton<ViewNppo>()
        .AddSingleton<ContactEmails>().AddSingleton<ContactAct>().AddSingleton<ContactActs>().AddSingleton<ViewTechnicalContact>()
        .AddSingleton<OfferTechnicalContact>().AddSingleton<AnswerTechnicalContact>().AddSingleton<WithdrawTechnicalContact>().AddSingleton<TakeTechnicalContact>()
        .AddSingleton<NppoNotices>()
        .AddSingleton<INavigationContributor, NpposNavigation>()
        .AddDomainEventHandler<RegistrationConfirmed, RegisterNppo>()
        .AddDomainEventHandler<AccessEnded, ForgetContact>().AddDomainEventHandler<MemberErased, ForgetContact>()
        .AddDomainEventHandler<TechnicalContactEvent, TellAboutContact>();
}
