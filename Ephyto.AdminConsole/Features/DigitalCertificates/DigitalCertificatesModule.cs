using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Features.DigitalCertificates.Emails;
using Ephyto.AdminConsole.Features.DigitalCertificates.Pages;
using Ephyto.AdminConsole.Features.DigitalCertificates.Reactions;
using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.AdminConsole.Platform.Time;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Features.DigitalCertificates;

/// <summary>The X.509 certificates of an organization: uploaded, checked, put to use, replaced, revoked, and their end announced.</summary>
internal static class DigitalCertificatesModule
{
    public static IServiceCollection AddDigitalCertificates(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CertificatesOptions>().Bind(configuration.GetSection(CertificatesOptions.Section)).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<CertificateFindings>().AddSingleton<ExpiryCalendar>().AddSingleton<CertificateEmails>()
            .AddEmailKinds(CertificateEmails.Kinds);
        services.AddClock<AdvanceCertificates, CertificatesOptions>(options => options.ClockSeconds,
            (advance, ct) => advance.HandleAsync(ct));
        return services
            .AddSingleton<INavigationContributor, CertificatesNavigation>()
            .AddSingleton<IIntegrationEvidence, CertificateEvidence>()
            .AddDomainEventHandler<CertificateExpiryReminded, RemindOfExpiry>();
    }

    public static IEndpointRouteBuilder MapDigitalCertificates(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCertificateFiles();
        return endpoints;
    }
}
