using Ephyto.AdminConsole.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Ephyto.AdminConsole.Platform.Security;

internal static class DataProtectionModule
{
    /// <summary>Keys lie in <c>keys/</c> of the data directory, so that cookies, drafts and queued links outlive a restart.</summary>
    public static IServiceCollection AddPersistedDataProtection(this IServiceCollection services, IConfiguration configuration)
    {
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        services.AddDataProtection().SetApplicationName("Ephyto.AdminConsole")
            .PersistKeysToFileSystem(new DirectoryInfo(storage.PathOf("keys")))
            .EncryptKeys(configuration);
        services.AddOptions<LoggerFilterOptions>().Configure<IHostEnvironment>(PassOverKeysInClear);
        return services.AddSingleton<ProtectionMarks>()
            .AddSingleton<IStoreCompletion>(provider => provider.GetRequiredService<ProtectionMarks>());
    }

    /// <summary>Who develops on a fresh machine has nothing to encrypt the keys with, and nothing to do about the warning.</summary>
    private static void PassOverKeysInClear(LoggerFilterOptions options, IHostEnvironment host)
    {
        if (host.IsDevelopment()) options.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
    }
}
