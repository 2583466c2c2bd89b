using Ephyto.Domain.Common;

namespace Ephyto.Domain.Access;

public static class AccessErrors
{
    public static readonly DomainError NotAllowed = new("access.not-allowed", "You are not allowed to do this.");

    public static readonly DomainError ChangedMeanwhile =
        new("access.changed-meanwhile", "Somebody else changed this a moment ago. Look at it as it is now, then decide again.");

    public static readonly DomainError Busy = new("access.busy",
        "Too much is being saved at this moment, so nothing was changed. Try again.");

    public static readonly DomainError NotFound = new("access.not-found", "It does not exist, or no longer.");
}
