namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>Calls to addresses of organizations.</summary>
internal static class OutgoingModule
{
    public static IServiceCollection AddOutgoingCalls(this IServiceCollection services, IConfiguration configuration) => services
        .AddOutgoingOptions(configuration).AddSingleton<IHostNames, SystemHostNames>().AddSingleton<SafeDialer>()
        .AddSingleton<TlsVersions>().AddSingleton<OutgoingCalls>()
        .AddSingleton<HubClientCertificate>().AddSingleton<OutgoingWords>();
}
