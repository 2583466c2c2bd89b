using System.Xml.Linq;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Calls;

/// <summary>One call while it is answered: everything of it is saved in one transaction, before the answer goes.</summary>
/// <param name="known">What the caller has done before.</param>
internal sealed class SandboxContext(ConsoleDbContext db, Caller caller, IReadOnlySet<SandboxFirst> known, DateTime now)
{
    public ConsoleDbContext Db => db;

    public Caller Caller => caller;

    /// <summary>What the caller has done before this call.</summary>
    public IReadOnlySet<SandboxFirst> Known => known;

    /// <summary>UTC.</summary>
    public DateTime Now => now;

    /// <summary>What whoever looks for a mistake should know.</summary>
    public List<SandboxExplanation> Explanations { get; } = [];

    /// <summary>Of the one envelope that it is about.</summary>
    public string? TrackingNumber { get; set; }

    /// <summary>Whether it was answered in due form, and the answer was no.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Other organizations whose pages show something new now.</summary>
    public HashSet<Guid> Concerned { get; } = [];

    /// <summary>What the caller has done now, perhaps for the first time, with the number of the envelope.</summary>
    public Dictionary<SandboxFirst, string> Done { get; } = [];

    public void Explain(SandboxReason reason, string? detail = null) => Explanations.Add(new(reason, detail));
}

/// <summary>What an operation answers.</summary>
/// <param name="Children">Of the element of the answer, in the order of the contract.</param>
/// <param name="Refusal">Where a fault is the answer.</param>
internal sealed record SandboxReply(IReadOnlyList<XElement> Children, SandboxExplanation? Refusal)
{
    public static SandboxReply Of(params IEnumerable<XElement> children) => new([.. children], null);

    public static SandboxReply Fault(SandboxReason reason, string? detail = null) => new([], new(reason, detail));
}

/// <summary>Operations of the contract by their names.</summary>
internal interface ISandboxOperations
{
    IReadOnlyDictionary<string, SandboxOperation> Operations { get; }
}

/// <summary>Looks at a request while nobody waits for it: whatever takes long is done here.</summary>
/// <param name="request">The element in the body of the request.</param>
internal delegate SandboxWork SandboxOperation(XElement request);

/// <summary>Does what was asked for, in the transaction of the call: other calls of the same organization wait for its end.</summary>
/// <param name="call">What it may change.</param>
/// <param name="ct">Cancels.</param>
internal delegate Task<SandboxReply> SandboxWork(SandboxContext call, CancellationToken ct);
