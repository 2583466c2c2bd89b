namespace Ephyto.AdminConsole.Features.Sandbox.ConnectionTest;

/// <summary>The test of the addresses that the Hub calls.</summary>
internal static class ConnectionTestModule
{
    /// <summary>Needs the calls to addresses of organizations.</summary>
    public static IServiceCollection AddConnectionTest(this IServiceCollection services) => services
        .AddSingleton<AddressTest>().AddSingleton<ConnectionTestWords>();
}
