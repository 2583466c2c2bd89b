using Ephyto.AdminConsole.Components.Lists.UseCases;

namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>What lists of the signed-in console share.</summary>
internal static class ListsModule
{
    public static IServiceCollection AddLists(this IServiceCollection services) => services
        .AddSingleton<ListSavedViews>()
        .AddSingleton<SavedViewAct>()
        .AddSingleton<KeepView>()
        .AddSingleton<RenameView>()
        .AddSingleton<RemoveView>()
        .AddSingleton<OpenViewFirst>()
        .AddSingleton<SavedViewUse>();
}
