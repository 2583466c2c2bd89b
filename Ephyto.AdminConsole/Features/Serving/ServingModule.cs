using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Serving.Components;
using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Features.Serving.Reactions;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Time;
using Ephyto.Domain.Connections;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Features.Serving;

/// <summary>A connection that exchanges for countries which are not its organization's own.</summary>
internal static class ServingModule
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddServing(this IServiceCollection services) => services
        .AddSingleton<ServingEmails>().AddSingleton<ServingMailer>().AddEmailKinds(ServingEmails.Kinds)
        .AddScoped<ILinkRenewal, ServingLinkRenewal>()
        .AddSingleton<IIntegrationEvidence, ServingEvidence>()
        .AddSingleton<IIntegrationPanel, ServingOnPath>()
        .AddDomainEventHandler<ServingEvent, WriteToContact>()
        .AddDomainEventHandler<ServingEvent, TellBothSides>()
        .AddDomainEventHandler<ContactPointEntered, FollowContact>()
        .AddDomainEventHandler<ConnectionChanged, FollowContact>()
        .AddDomainEventHandler<NppoClosed, FollowContact>()
        .AddDomainEventHandler<NppoWentLive, FollowOrganization>().AddDomainEventHandler<NppoSuspended, FollowOrganization>()
        .AddDomainEventHandler<NppoReactivated, FollowOrganization>()
        .AddClock<AdvanceServings>(Interval, (advance, ct) => advance.HandleAsync(ct))
        .AddClock<TellChanges>(Minute, (tell, ct) => tell.HandleAsync(ct));

    public static IEndpointRouteBuilder MapServing(this IEndpointRouteBuilder endpoints) => endpoints.MapLink(
        LinkPurpose.ServedCountry, ServingEmails.LinkPath, ContactLinks.LanguageAsync, explainsRevoked: true,
        nameOf: ServingLinks.NameAsync);

    private sealed class ServingOnPath : IIntegrationPanel
    {
        public Type Component => typeof(ServingPanel);
    }
}
