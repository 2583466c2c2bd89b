using Ephyto.Domain.Common;

namespace Ephyto.Domain.Nppos;

public static class NppoErrors
{
    public static readonly DomainError NotPossibleNow =
        new("nppo.not-possible-now", "This is not possible in the state the organization is in now.");

    public static readonly DomainError WordsNeeded = new("nppo.words-needed",
        "Please give the reason. The administrators of the organization read it.");
}
