namespace Ephyto.AdminConsole.Data.Identity;

/// <summary>What stands where the name of somebody was who had their personal data erased.</summary>
public static class ErasedPerson
{
    /// <summary>As stored; pages say it in the reader's language.</summary>
    public const string Name = "Former member";
}
