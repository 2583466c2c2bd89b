
namespace Ephyto.AdminConsole.Components.Nppos;

/// <summary>
/// For which organization a person with several works, and why one is no longer open to them; what an act on one means for the countries
/// that it serves.
/// </summary>
internal static class MyNpposModule
{
    public static IServiceCollection AddMyNppos(this IServiceCollection services) => services
        .AddScoped<ChosenNppo>().AddSingleton<ServedSentences>();
}
