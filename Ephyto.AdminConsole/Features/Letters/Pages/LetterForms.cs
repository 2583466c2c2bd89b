namespace Ephyto.AdminConsole.Features.Letters.Pages;

internal sealed class AskCountryForm
{
    public string? Country { get; set; }

    /// <summary>A field people do not see.</summary>
    public string? Extra { get; set; }
}

internal sealed class LetterRequestForm
{
    public string? Language { get; set; }

    public string? Addressee { get; set; }
}

internal sealed class FindLetterForm
{
    public string? Number { get; set; }

    public string? Code { get; set; }
}
