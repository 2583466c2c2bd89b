using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Platform.Forms;

/// <summary>
/// What a plain form was shown for. Every form carries it, protected, and an act hits this or is refused: never what the
/// browser happens to hold when it arrives.
/// </summary>
/// <param name="PersonId">Who was signed in; null: nobody.</param>
/// <param name="Purpose">The kind of the link; null: the form is of no link.</param>
/// <param name="LinkId">The link whose page it stands on.</param>
/// <param name="SubjectId">What else it is about: the account whose code is asked for.</param>
internal sealed record ShownForm(Guid? PersonId, LinkPurpose? Purpose = null, Guid? LinkId = null, Guid? SubjectId = null)
{
    /// <summary>That of the form which the request sends; null where it sends none.</summary>
    public static ShownForm? Of(HttpContext http) => http.Features.Get<ShownForm>();
}
