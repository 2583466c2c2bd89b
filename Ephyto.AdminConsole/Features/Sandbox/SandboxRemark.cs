using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Features.Sandbox.Traffic;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox;

/// <summary>That a system proved who it is in the sandbox, and that it answered; the first messages are tried there.</summary>
internal sealed class SandboxRemark(SandboxPlace place) : IIntegrationRemark
{
    private static readonly Dictionary<SandboxFirst, IntegrationStep> Steps = new()
    {
        [SandboxFirst.CertificateUsed] = IntegrationStep.CertificateUploaded,
        [SandboxFirst.ConnectionAnswered] = IntegrationStep.ConnectionSet,
    };

    public string? PageFor(IntegrationStep step) => place.IsOn
        && step is IntegrationStep.FirstSent or IntegrationStep.FirstReceived or IntegrationStep.FirstAcknowledged
            ? SandboxPaths.FirstCall : null;

    public string? CallsAbout(string trackingNumber, bool forHub) =>
        place.IsOn ? SandboxPaths.About(trackingNumber, forHub) : null;

    public async Task<IReadOnlyDictionary<(IntegrationStep Step, Guid NppoId), DateTime>> FindAsync(
        ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds, CancellationToken ct)
    {
        // What came with the data of a test console is nothing that this one saw.
        if (!place.IsOn) return new Dictionary<(IntegrationStep, Guid), DateTime>();
        var kinds = Steps.Keys.ToList();
        var seen = await db.Set<SandboxMilestone>().AsNoTracking().Where(m => nppoIds.Contains(m.NppoId) && kinds.Contains(m.Kind))
            .Select(m => new { m.NppoId, m.Kind, m.At }).ToListAsync(ct);
        return seen.ToDictionary(m => (Steps[m.Kind], m.NppoId), m => m.At);
    }

    public async Task<IReadOnlyList<UntriedAddress>> FindUntriedAsync(ConsoleDbContext db, Guid nppoId, CancellationToken ct)
    {
        if (!place.IsOn) return [];
        List<UntriedAddress> untried = [];
        var connections = await db.Set<Connection>().AsNoTracking().Where(one => one.NppoId == nppoId).OrderBy(one => one.Code)
            .ToListAsync(ct);
        foreach (var connection in connections.Where(one => one.IsOf(HubEnvironment.Test) && PushAddress.Of(one) is not null))
        {
            var last = await db.Set<SandboxCall>().AsNoTracking()
                .Where(call => call.NppoId == nppoId && call.ConnectionCode == connection.Code
                    && call.Direction == SandboxDirection.Out && call.At >= connection.ChangedAt)
                .OrderByDescending(call => call.At).Select(call => new { call.At, call.Explanations }).FirstOrDefaultAsync(ct);
            if (last?.Explanations.Any(said => said.Reason == SandboxReason.PushTaken) is not true)
                untried.Add(new(connection.Code, last?.At, SandboxPaths.PushTests));
        }

        return untried;
    }
}
