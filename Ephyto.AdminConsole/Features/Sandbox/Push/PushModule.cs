using Ephyto.AdminConsole.Platform.Time;

namespace Ephyto.AdminConsole.Features.Sandbox.Push;

/// <summary>The calls that hand over envelopes and states.</summary>
internal static class PushModule
{
    /// <summary>Needs the calls to addresses of organizations.</summary>
    public static IServiceCollection AddPush(this IServiceCollection services) => services
        .AddSingleton<IPushClient, PushClient>().AddSingleton<PushRecords>()
        .AddSingleton<PushClock>().AddClock<PushClock>(PushClock.Interval, (clock, ct) => clock.CallAsync(ct));
}
