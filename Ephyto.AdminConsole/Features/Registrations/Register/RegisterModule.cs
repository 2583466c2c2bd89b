using Ephyto.AdminConsole.Features.Registrations.Register.Drafts;
using Ephyto.AdminConsole.Platform.Storage;
using Ephyto.AdminConsole.Platform.Time;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>The registration steps at <c>/register</c>.</summary>
internal static class RegisterModule
{
    public static IServiceCollection AddRegister(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RegisterOptions>().Bind(configuration.GetSection(RegisterOptions.Section)).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<DraftRoom>().AddSingleton<IKeptForms>(sp => sp.GetRequiredService<DraftRoom>());
        services.AddSingleton<DraftStore>();
        services.AddHostedService(sp => sp.GetRequiredService<DraftStore>());
        services.AddSingleton<DraftCleaner>().AddClock<DraftCleaner>(TimeSpan.FromHours(1), (cleaner, ct) => cleaner.CleanAsync(ct));
        services.AddSingleton<RegisterVisits>();
        services.AddSingleton<RegisterRules>();
        services.AddSingleton<RegisterLimiter>();
        services.AddSingleton<RoomForWaiting>();
        services.AddSingleton<RegisterService>();
        return services;
    }
}
