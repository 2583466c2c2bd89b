using Ephyto.AdminConsole.Features.Sandbox.ConnectionTest;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Features.Sandbox.Push;
using Ephyto.AdminConsole.Features.Sandbox.Validation;

namespace Ephyto.AdminConsole.Features.Sandbox;

/// <summary>What the sandbox needs beside its server: the rules for certificates, and calls to addresses of organizations.</summary>
internal static class SandboxParts
{
    public static IServiceCollection AddSandboxParts(this IServiceCollection services, IConfiguration configuration) => services
        .AddPhytoValidation().AddOutgoingCalls(configuration).AddConnectionTest().AddPush();
}
