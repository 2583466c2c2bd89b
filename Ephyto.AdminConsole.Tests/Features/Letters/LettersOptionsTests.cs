using System.ComponentModel.DataAnnotations;
using Ephyto.AdminConsole.Features.Letters;

namespace Ephyto.AdminConsole.Tests.Features.Letters;

/// <summary>The settings of letters: what cannot stand on the paper is refused at the start.</summary>
public sealed class LettersOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(ProblemsOf(new LettersOptions()));

    [Theory]
    [InlineData("政")]
    [InlineData("وزارة")]
    public void A_signatory_the_paper_cannot_carry_is_named(string name) =>
        Assert.Contains("Letters:SignatoryName", Assert.Single(ProblemsOf(new LettersOptions { SignatoryName = name })),
            StringComparison.Ordinal);

    [Fact]
    public void Each_figure_has_its_limits() => Assert.Equal(
        ["Set Letters:LinkDays between 1 and 60.", "Set Letters:DownloadDays between 1 and 365.",
            "Set Letters:LinkPauseMinutes between 1 and 1440."],
        ProblemsOf(new LettersOptions { LinkDays = 0, DownloadDays = 366, LinkPauseMinutes = 0 }));

    private static List<string?> ProblemsOf(LettersOptions options)
    {
        List<ValidationResult> problems = [];
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        return [.. problems.Select(problem => problem.ErrorMessage)];
    }
}
