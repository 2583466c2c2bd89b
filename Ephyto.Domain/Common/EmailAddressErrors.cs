namespace Ephyto.Domain.Common;

/// <summary>Why a text is no e-mail address, where more can be said than that it is none.</summary>
public static class EmailAddressErrors
{
    public static readonly DomainError CurlyApostrophe = new(
        "email-address.curly-apostrophe", "E-mail addresses have a straight apostrophe ('), not a curly one (’). Type it anew.");

    /// <summary>A warning: it is said once, and whoever sends the same address again means it.</summary>
    public static readonly DomainError MixedScripts = new(
        "email-address.mixed-scripts",
        "The address mixes letters of two alphabets that look alike. Check it. If it is right, send the form again.");
}
