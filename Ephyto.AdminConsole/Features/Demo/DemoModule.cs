using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Demo.Load;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Demo;

/// <summary>
/// Invented data, so that every screen has life on first start. Nobody in it is a real person; every address is at example.org.
/// </summary>
internal static class DemoModule
{
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DemoOptions>().Bind(configuration.GetSection(DemoOptions.Section))
            .PostConfigure<IHostEnvironment>((options, host) => options.Enabled ??= host.IsDevelopment()).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<DemoOptions>, DemoOptionsValidator>()
            .AddSingleton<LoadSeeder>().AddSingleton<LoadMark>().AddSingleton<IStoreCompletion, DemoOfEmptyStore>()
            .AddScoped<DemoLoader>().AddScoped<DemoRegistrations>().AddScoped<DemoMembers>();
    }
}
