using Ephyto.AdminConsole.Tests.Support;

/// <summary>What the runtime looks for in an assembly of <c>DOTNET_STARTUP_HOOKS</c>: this name, without a namespace.</summary>
#pragma warning disable CA1050, IDE0130
internal static class StartupHook
#pragma warning restore CA1050, IDE0130
{
    public static void Initialize() => Death.Await();
}
