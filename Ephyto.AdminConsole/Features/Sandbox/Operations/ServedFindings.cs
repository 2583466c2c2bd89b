using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.Domain.Common;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>A connection carries the certificates of the countries that it serves beside those of its own.</summary>
internal static class ServedFindings
{
    /// <summary>What was found, without the complaint that a country is not that of a connection by which it is served.</summary>
    /// <param name="now">UTC.</param>
    public static async Task<IReadOnlyList<PhytoFinding>> WithoutServedAsync(
        this ConsoleDbContext db, IReadOnlyList<PhytoFinding> findings, EnvelopeAddress address, DateTime now, CancellationToken ct)
    {
        if (!findings.Any(finding => finding.Code is EnvelopeRules.Exporter or EnvelopeRules.Importer)) return findings;

        var served = await db.ServedAsync(HubEnvironment.Test, now, ct);
        return
        [
            .. findings.Where(finding => !(finding.Code switch
            {
                EnvelopeRules.Exporter => Serves(address.From, finding),
                EnvelopeRules.Importer => Serves(address.To, finding),
                _ => false,
            })),
        ];

        bool Serves(string connection, PhytoFinding finding) =>
            served.TryGetValue(finding.Arguments[^1], out var through) && through.Connection == connection;
    }
}
