using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Registrations.Recover.Components;

namespace Ephyto.AdminConsole.Features.Registrations.Recover;

/// <summary>The recovery of an organization without administrator: at <c>/recover</c>, at the hub's desk, and on <c>/nppo</c>.</summary>
internal static class RecoverModule
{
    public static IServiceCollection AddRecover(this IServiceCollection services) => services
        .AddSingleton<RecoverService>()
        .AddSingleton<INppoNotice, RecoveryOnNppoPage>();

    private sealed class RecoveryOnNppoPage : INppoNotice
    {
        public Type Component => typeof(RecoveryNotice);
    }
}
