using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.TestEvidence.Components;
using Ephyto.AdminConsole.Features.TestEvidence.Pages;
using Ephyto.AdminConsole.Features.TestEvidence.Signing;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.TestEvidence;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.TestEvidence;

/// <summary>What was proven in Test goes to Production as a signed file; keys of Test do not.</summary>
internal static class TestEvidenceModule
{
    public static IServiceCollection AddTestEvidence(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<HubOptions>, TrustedConsoleCheck>();
        services.AddSingleton<EvidenceKeys>().AddSingleton<TrustedConsole>().AddHostedService<EvidenceKeyAtStart>();
        foreach (var step in TestStatement.Provable)
        {
            services.AddSingleton<IIntegrationEvidence>(
                sp => new CarriedEvidence(step, sp.GetRequiredService<IOptions<HubOptions>>()));
        }

        return services.AddSingleton<IIntegrationPanel, EvidenceOnPath>();
    }

    public static IEndpointRouteBuilder MapTestEvidence(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapEvidenceFiles();
        return endpoints;
    }

    private sealed class EvidenceOnPath : IIntegrationPanel
    {
        public Type Component => typeof(EvidencePanel);
    }
}
