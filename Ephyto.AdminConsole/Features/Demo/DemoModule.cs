using Ephyto.AdminConsole.Features.Demo.Load;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Demo;

/// <summary>Invented data, so that every screen has life on first start. Nobody in it is a real person; every address is at example.org.</summary>
internal static class DemoModule
{
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DemoOptions>().Bind(configuration.GetSection(DemoOptions.Section))
            .PostConfigure<IHostEnvironment>((options, host) => options.Enabled ??= host.IsDevelopment()).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<DemoOptions>, DemoOptionsValidator>()
            .AddSingleton<LoadSeeder>()
            .AddScoped<DemoLoader>().AddScoped<DemoRegistrations>().AddScoped<DemoMembers>();
    }

    /// <summary>Fills an empty database, once, whatever the number of nodes; comes after the migrations.</summary>
    public static async Task LoadDemoAsync(this IServiceProvider services, CancellationToken ct)
    {
        if (services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled != true) return;
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<DemoLoader>().LoadAsync(ct) is not { } password) return;

        // Once, and to whoever started the console: the password is kept nowhere but as a hash.
        await Console.Out.WriteLineAsync($"Demo hub administrator: {DemoLoader.AdministratorEmail} with the password {password}");
    }
}
