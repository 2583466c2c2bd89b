
namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>What lists of the signed-in console share.</summary>
internal static class ListsModule
{
    public static IServiceCollection AddLists(this IServiceCollection services) => services
        .AddSingleton<SavedViewUse>();
}
