using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class RouteTable
{
    private static RouteAccess[] Letters =>
    [
        .. Open("/letters/ask", "/letters/request", "/letters/download", "/letters/download/file", "/letters/verify"),
        .. Links("/letters/request", "/letters/download"),
        new("/letters/verify/{Code}", "/letters/verify/00000000000000000000000000000000", false),
        Nppo("/nppo/letters", Permission.NppoView, "Ivoire"),
        new("/letters/{letter:guid}/file", $"/letters/{Guid.Empty}/file?nppo={{nppo}}", true),
        new("/nppo/letters.csv", "/nppo/letters.csv?nppo={nppo}", true,
            person => AccessWorld.MayOnNppo(person, Permission.NppoView), "SHA-256"),
        Hub("/hub/letters", Permission.LettersView),
        Hub("/hub/letters/{LetterId:guid}", Permission.LettersView, $"/hub/letters/{Guid.Empty}"),
        new("/hub/letters/{letter:guid}/preview", $"/hub/letters/{Guid.Empty}/preview", true),
        new("/hub/letters.csv", "/hub/letters.csv", true, person => AccessWorld.MayOnHub(person, Permission.LettersView), "SHA-256"),
    ];
}
