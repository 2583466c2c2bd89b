using Ephyto.Domain.Nppos;

namespace Ephyto.Domain.Letters;

public enum LetterStatus
{
    /// <summary>Asked for; the Secretariat has not answered yet.</summary>
    Requested,

    /// <summary>Written, with its number. It stays as it is.</summary>
    Issued,

    /// <summary>The Secretariat did not write it, and said why.</summary>
    Declined,

    /// <summary>Who asked took the request back.</summary>
    Cancelled,

    /// <summary>Issued, and no longer to be relied on.</summary>
    Withdrawn,
}

/// <summary>What a letter states: the organization as it was when the letter was issued.</summary>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Organization">In the organization's own words.</param>
/// <param name="OrganizationInEnglish">Empty where it has none.</param>
/// <param name="State">Onboarding, testing or live.</param>
/// <param name="StateSince">UTC.</param>
/// <param name="MemberSince">UTC.</param>
public sealed record LetterFacts(
    string CountryCode, string Organization, string OrganizationInEnglish, NppoStatus State, DateTime StateSince, DateTime MemberSince)
{
    public static LetterFacts Of(Nppo nppo) => new(
        nppo.CountryCode, nppo.Organization.Name, nppo.Organization.NameInEnglish, nppo.Status, nppo.StatusSince, nppo.RegisteredAt);
}

/// <summary>What makes one letter that letter: nobody else has its number, and nobody guesses its code.</summary>
public sealed record LetterIdentity(LetterNumber Number, string Code, DateTime IssuedAt);
