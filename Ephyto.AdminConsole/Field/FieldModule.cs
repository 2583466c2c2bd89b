using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.AdminConsole.Field.Delivery;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Field;

/// <summary>What every slice asks of the field: who may do what, who administers an organization, whom e-mails reach.</summary>
internal static class FieldModule
{
    public static IServiceCollection AddField(this IServiceCollection services, IConfiguration configuration) => services
        .AddConsoleIdentity(configuration)
        .AddCalledNetworks(configuration)
        .AddSingleton<IOrganizationsOfAccount, OrganizationsOfAccount>()
        .AddScoped<AccessNews>()
        .AddSingleton<Changes>()
        .AddSingleton<HubContract>()
        .AddSingleton<CertificateFindings>()
        .AddSingleton<IStoreCompletion, EnvironmentOfOldRows>()
        .AddDomainEventHandler<EmailSent, SettleOlderEmails>();
}
