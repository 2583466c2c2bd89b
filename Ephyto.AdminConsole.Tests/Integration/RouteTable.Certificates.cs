using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class RouteTable
{
    private static RouteAccess[] Certificates =>
    [
        Nppo("/nppo/certificates", Permission.NppoView, AccessWorld.Organization),
        new("/nppo/certificates/{certificate:guid}/file", $"/nppo/certificates/{Guid.Empty}/file?nppo={{nppo}}", true),
        new("/nppo/certificates/{certificate:guid}/expiry.ics", $"/nppo/certificates/{Guid.Empty}/expiry.ics?nppo={{nppo}}", true),
    ];
}
