using Ephyto.AdminConsole.Platform.Security;

namespace Ephyto.AdminConsole.Field.Access;

/// <summary>Why somebody may do something else than a moment ago.</summary>
internal enum AccessChangeKind
{
    HubRoleGained,
    HubRoleChanged,
    HubRoleSuspended,
    HubRoleRemoved,
    HubRoleLeft,
    HubRoleEnded,
    RoleChanged,
    MembershipGained,
    MembershipSuspended,
    MembershipRemoved,
    MembershipLeft,
    MembershipEnded,
    MembershipGone,
    NppoSuspended,
    NppoClosed,
}

/// <param name="Kind">What happened.</param>
/// <param name="Organization">Where; null in the hub.</param>
/// <param name="Role">The role held from now on, where one is.</param>
internal sealed record AccessChange(AccessChangeKind Kind, string? Organization = null, Enum? Role = null)
{
    public bool IsGain => Kind is AccessChangeKind.HubRoleGained or AccessChangeKind.MembershipGained;
}

/// <summary>What changed in the rights of the reader of one circuit while it was open.</summary>
internal sealed class AccessNews
{
    public event Action? Changed;

    /// <summary>The latest changes, until the reader has put them away.</summary>
    public IReadOnlyList<AccessChange> Latest { get; private set; } = [];

    /// <summary>Counts the times something was lost or exchanged: what was on the screen then is to be asked for anew.</summary>
    public int Losses { get; private set; }

    /// <summary>Counts how often the reader's rights changed: what is shown may be more or less than before.</summary>
    public int Changes { get; private set; }

    /// <summary>Why the session is over under the open page; null while it goes on.</summary>
    public SessionOver? Over { get; private set; }

    /// <summary>For whom the circuit began; null: for nobody.</summary>
    public Guid? ShownTo { get; set; }

    public void NoteOver(SessionOver? over) => Over = over;

    public void Publish(IReadOnlyList<AccessChange> changes)
    {
        if (changes.Any(change => !change.IsGain)) Losses++;
        Changes++;
        Latest = changes;
        Changed?.Invoke();
    }

    public void PutAway()
    {
        Latest = [];
        Changed?.Invoke();
    }
}
