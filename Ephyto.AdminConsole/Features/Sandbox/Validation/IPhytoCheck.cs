using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>What a finding is about, by the names of the Hub's contract.</summary>
internal enum ValidationArea
{
    /// <summary>Something that ISPM 12 asks for is not there.</summary>
    MandatoryElements,

    /// <summary>Something is there, and is not what the mapping of the IPPC wants in its place.</summary>
    Mapping,

    /// <summary>The XML itself: its form, its names, their order.</summary>
    Schema,
}

/// <summary>How much a finding weighs. The contract writes these names in capitals.</summary>
internal enum ValidationLevel
{
    /// <summary>The certificate cannot be used.</summary>
    Severe,

    /// <summary>The recipient may stumble over it.</summary>
    Warning,
    Info,
}

/// <summary>One thing that was found. <see cref="PhytoWords"/> says it.</summary>
/// <param name="Field">
/// Where: the path of local names from the root, with a number in brackets where there are several, or a field of the header.
/// </param>
/// <param name="Code">Its name among the texts.</param>
/// <param name="Arguments">What the sentence is filled in with: taken from the certificate, and cut where long.</param>
internal sealed record PhytoFinding(
    ValidationArea Area, ValidationLevel Level, string Field, string Code, IReadOnlyList<string> Arguments)
{
    public bool IsSevere => Level == ValidationLevel.Severe;
}

/// <summary>
/// Checks the XML of a certificate by rules of its own. The weights are a proposal: those of the real Hub are not public.
/// </summary>
internal interface IPhytoCheck
{
    /// <param name="content">As it came. It may be anything: the check answers within a second, and in memory in proportion to it.</param>
    /// <param name="envelope">The header it came with; null where it came alone.</param>
    /// <returns>What was found, two hundred findings at most, the severe ones first; none where all is well.</returns>
    IReadOnlyList<PhytoFinding> Check(string content, EnvelopeAddress? envelope);
}
