using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Features.DigitalCertificates.Emails;
using Ephyto.AdminConsole.Features.DigitalCertificates.Pages;
using Ephyto.AdminConsole.Features.DigitalCertificates.Reactions;
using Ephyto.AdminConsole.Features.DigitalCertificates.Time;
using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Features.DigitalCertificates;

/// <summary>The X.509 certificates of an organisation: uploaded, checked, put to use, replaced, revoked, and their end announced.</summary>
internal static class DigitalCertificatesModule
{
    public static IServiceCollection AddDigitalCertificates(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CertificatesOptions>().Bind(configuration.GetSection(CertificatesOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CertificateFindings>().AddSingleton<ExpiryCalendar>().AddSingleton<CertificateEmails>().AddMailKinds(CertificateEmails.Kinds);
        services.AddSingleton<CertificateAct>().AddSingleton<ListCertificates>().AddSingleton<UploadCertificate>().AddSingleton<ActivateCertificate>()
            .AddSingleton<SupersedeCertificate>().AddSingleton<RevokeCertificate>().AddSingleton<FetchCertificate>().AddSingleton<FetchExpiry>();
        services.AddSingleton<AdvanceCertificates>().AddHostedService<CertificateClock>();
        return services
            .AddSingleton<INavigationContributor, CertificatesNavigation>()
            .AddSingleton<IIntegrationEvidence, CertificateEvidence>()
            .AddDomainEventHandler<CertificateExpiryReminded, RemindOfExpiry>();
    }

    public static void MapDigitalCertificates(this IEndpointRouteBuilder endpoints) => endpoints.MapCertificateFiles();
}
