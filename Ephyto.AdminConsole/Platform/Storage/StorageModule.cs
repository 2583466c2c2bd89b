namespace Ephyto.AdminConsole.Platform.Storage;

internal static class StorageModule
{
    public static IServiceCollection AddStorage(this IServiceCollection services) =>
        services.AddSingleton<IDisk, Disk>().AddSingleton<DiskRoom>();
}
