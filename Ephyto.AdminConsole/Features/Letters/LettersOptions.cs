using System.ComponentModel.DataAnnotations;
using Ephyto.AdminConsole.Platform.Pdf;

namespace Ephyto.AdminConsole.Features.Letters;

/// <summary>Section <c>Letters</c>.</summary>
internal sealed class LettersOptions : IValidatableObject
{
    public const string Section = "Letters";

    /// <summary>Who signs the letters; empty: the Secretariat, without a person's name.</summary>
    public string SignatoryName { get; set; } = "";

    /// <summary>The function of who signs, in English.</summary>
    public string SignatoryTitle { get; set; } = "";

    /// <summary>The function of who signs, in French; empty: as in English.</summary>
    public string SignatoryTitleFrench { get; set; } = "";

    /// <summary>Stands before the date; empty: the date alone.</summary>
    public string Place { get; set; } = "";

    /// <summary>Days in which the contact point's link to ask for a letter works.</summary>
    [Range(1, 60, ErrorMessage = "Set Letters:LinkDays between 1 and 60.")]
    public int LinkDays { get; set; } = 7;

    /// <summary>Days in which the contact point's link to an issued letter works.</summary>
    [Range(1, 365, ErrorMessage = "Set Letters:DownloadDays between 1 and 365.")]
    public int DownloadDays { get; set; } = 30;

    /// <summary>Between two links to the same contact point, whoever asks for them.</summary>
    [Range(1, 1440, ErrorMessage = "Set Letters:LinkPauseMinutes between 1 and 1440.")]
    public int LinkPauseMinutes { get; set; } = 15;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (key, text) in new[] { (nameof(SignatoryName), SignatoryName), (nameof(SignatoryTitle), SignatoryTitle),
            (nameof(SignatoryTitleFrench), SignatoryTitleFrench), (nameof(Place), Place) })
        {
            if (text.Length > 120 || !PdfFont.CanWrite(text))
                yield return new($"Set Letters:{key} to at most 120 Latin, Greek or Cyrillic characters.");
        }
    }
}
