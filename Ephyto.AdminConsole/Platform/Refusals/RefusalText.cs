using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Platform.Refusals;

/// <summary>The texts of refused requests, for a page and for a program alike.</summary>
internal sealed class RefusalText;

/// <summary>What happened, and what to do.</summary>
internal sealed record RefusalMessage(string Title, string Lead, string Next)
{
    /// <param name="status">What the answer says.</param>
    /// <param name="kind">What is known beyond that.</param>
    /// <param name="ofData">Whether a program asked for data: it has no page and no menu.</param>
    public static RefusalMessage Of(IStringLocalizer<RefusalText> texts, int status, RefusalKind? kind, bool ofData = false)
    {
        var key = kind?.ToString() ?? (ofData ? KeyOfData(status) : null) ?? KeyOf(status);
        return new(texts[$"{key}_Title"], texts[$"{key}_Lead"], texts[$"{key}_Next"]);
    }

    private static string? KeyOfData(int status) => status switch
    {
        StatusCodes.Status404NotFound => "NoData",
        StatusCodes.Status405MethodNotAllowed => "NoMethod",
        _ => null,
    };

    private static string KeyOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "SignInNeeded",
        StatusCodes.Status403Forbidden => "NotAllowed",
        StatusCodes.Status404NotFound or StatusCodes.Status410Gone => "Missing",
        StatusCodes.Status405MethodNotAllowed => "WrongVerb",
        StatusCodes.Status406NotAcceptable => "NotOffered",
        StatusCodes.Status408RequestTimeout => "TooSlow",
        StatusCodes.Status412PreconditionFailed => "Outdated",
        StatusCodes.Status416RangeNotSatisfiable => "NoSuchPart",
        StatusCodes.Status413PayloadTooLarge => "TooLarge",
        StatusCodes.Status414UriTooLong => "TooLong",
        StatusCodes.Status431RequestHeaderFieldsTooLarge => "TooMuchAlong",
        StatusCodes.Status415UnsupportedMediaType => "WrongType",
        StatusCodes.Status429TooManyRequests => "TooMany",
        // The fault of whoever asked in a version that does not exist.
        StatusCodes.Status505HttpVersionNotsupported => "BadRequest",
        >= 500 => "Broken",
        _ => "BadRequest",
    };
}
