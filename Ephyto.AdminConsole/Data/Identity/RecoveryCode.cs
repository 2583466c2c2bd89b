namespace Ephyto.AdminConsole.Data.Identity;

/// <summary>Stands in for the second factor, once. It goes when it is used.</summary>
public sealed class RecoveryCode
{
    public Guid UserId { get; set; }

    /// <summary>SHA-256 of the account's id and the code, which has 80 random bits; lower-case hexadecimal.</summary>
    public string Hash { get; set; } = "";
}
