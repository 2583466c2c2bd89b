using Ephyto.AdminConsole.Features.Registrations.Applicant.Pages;
using Ephyto.AdminConsole.Features.Registrations.Contact.Pages;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.Pages;
using Ephyto.AdminConsole.Features.Registrations.Reactions;
using Ephyto.AdminConsole.Features.Registrations.Recover;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.Staff;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Time;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Registrations;

internal static class RegistrationsModule
{
    public static IServiceCollection AddRegistrations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RegistrationOptions>().Bind(configuration.GetSection(RegistrationOptions.Section)).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(sp => sp.GetRequiredService<IOptions<RegistrationOptions>>().Value.ToPolicy());
        services.AddSingleton<ApplicantEmails>().AddSingleton<ContactPointEmails>().AddSingleton<SecretariatEmails>()
            .AddSingleton<AdministratorEmails>().AddSingleton<RegistrationMailer>()
            .AddSingleton<ContactPointEmailLimits>();
        services.AddReactions();
        services.AddRegister(configuration);
        services.AddRecover();
        services.AddRegistrationStaff();
        services.AddScoped<Pages.OvertakenPress>();
        services.AddScoped<TrackerRenewal>().AddScoped<ILinkRenewal>(sp => sp.GetRequiredService<TrackerRenewal>());
        services.AddScoped<ILinkRenewal, VerificationRenewal>().AddScoped<ILinkRenewal, ContactPointRenewal>();
        services.AddEmailKinds(EmailKinds.All);
        return services.AddClock<AdvanceRegistrations, RegistrationOptions>(options => options.ClockSeconds,
            (advance, ct) => advance.HandleAsync(ct));
    }

    public static IEndpointRouteBuilder MapRegistrations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRegistrationLinks();
        // A link opens these doors, not an account.
        var holders = endpoints.MapGroup("").AllowAnonymous();
        holders.MapApplicant();
        holders.MapContactPoint();
        endpoints.MapRegistrationStaff();
        return endpoints;
    }

    private static void AddReactions(this IServiceCollection services) => services
        .AddDomainEventHandler<RegistrationEvent, WriteToContactPoint>()
        .AddDomainEventHandler<RegistrationEvent, WriteToApplicant>()
        .AddDomainEventHandler<RegistrationEvent, WriteToSecretariat>()
        .AddDomainEventHandler<RegistrationEvent, WriteToAdministrators>()
        .AddDomainEventHandler<RegistrationEvent, UpdateWaitingRegistrations>()
        .AddDomainEventHandler<EmailFailed, EscalateUndeliverable>()
        .AddDomainEventHandler<ContactPointEntered, FollowDirectory>()
        .AddDomainEventHandler<ContactPointEnded, FollowDirectory>()
        .AddDomainEventHandler<NppoClosed, EndRecovery>();
}
