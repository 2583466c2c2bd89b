using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>Something that acts are about, or somebody who did them, as the reader may know it.</summary>
/// <param name="Name">As stored; null where it is gone, or has none.</param>
/// <param name="CountryCode">Of an organization, whose name stands behind that of its country.</param>
/// <param name="Address">Its page, for who reads for the hub; null where there is none.</param>
public sealed record AuditThing(SubjectRef Subject, string? Name, string? CountryCode = null, string? Address = null);

/// <summary>One entry with the names its sentence needs.</summary>
/// <param name="Actor">Who did it, where there is a name for them.</param>
/// <param name="About">What it was done to.</param>
/// <param name="Nppo">The organization it belongs to; null in the organization's own history.</param>
/// <param name="Facts">As the event gave them, each with what it is.</param>
/// <param name="Named">What the facts name by id.</param>
public sealed record AuditLine(
    AuditEntry Entry, AuditThing? Actor, AuditThing? About, AuditThing? Nppo, IReadOnlyDictionary<string, EventFact> Facts,
    IReadOnlyDictionary<Guid, AuditThing> Named)
{
    public long Sequence => Entry.Sequence;

    public DateTime At => Entry.At;

    public string Code => Entry.Code;

    public ActorKind Capacity => Entry.ActorKind;
}
