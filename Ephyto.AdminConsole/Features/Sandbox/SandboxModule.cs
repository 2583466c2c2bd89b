using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.ConnectionTest;
using Ephyto.AdminConsole.Features.Sandbox.Operations;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Features.Sandbox.Pages;
using Ephyto.AdminConsole.Features.Sandbox.Partners;
using Ephyto.AdminConsole.Features.Sandbox.Push;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.AdminConsole.Platform.Time;
using Ephyto.Domain.Sandbox;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox;

/// <summary>A Hub to try a system against: its web service on a port of its own, partners that answer, and what happened.</summary>
internal static class SandboxModule
{
    public static IServiceCollection AddSandbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSandboxOptions(configuration);
        services.AddPhytoValidation().AddOutgoingCalls(configuration).AddConnectionTest().AddPush();
        services.AddSingleton<ServiceSentences>().AddSingleton<PartnerAnswers>().AddSingleton<CountedCertificates>()
            .AddSingleton<Deliveries>();
        services.AddSingleton<ISandboxOperations, DeliverOperations>().AddSingleton<ISandboxOperations, ImportOperations>()
            .AddSingleton<ISandboxOperations, AcknowledgeOperations>().AddSingleton<ISandboxOperations, ProfileOperations>()
            .AddSingleton<ISandboxOperations, CodeLists>();
        services.AddSingleton<SandboxNews>().AddSingleton<SandboxTurns>().AddSingleton<CallRecords>().AddSingleton<SandboxService>()
            .AddSingleton<SandboxEndpoint>().AddSingleton<KeyPairs>().AddSingleton<ServerIdentity>().AddSingleton<SandboxServer>();
        services.AddHostedService<SandboxServer>(sp => sp.GetRequiredService<SandboxServer>());
        services.AddSingleton<PartnerClock>().AddClock<PartnerClock>(PartnerClock.Interval, (clock, ct) => clock.AnswerAsync(ct));
        services.AddSingleton<ForgetOldTraffic>()
            .AddClock<ForgetOldTraffic>(ForgetOldTraffic.Interval, (forget, ct) => forget.RunAsync(ct));
        foreach (var (first, step) in SandboxSteps.ByMessage)
            services.AddSingleton<IIntegrationEvidence>(
                sp => new SandboxEvidence(step, first, sp.GetRequiredService<IOptions<HubOptions>>()));
        services.AddSingleton<IIntegrationRemark, SandboxRemark>();
        return services;
    }

    public static IEndpointRouteBuilder MapSandbox(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSandboxCertificates();
        return endpoints;
    }
}
