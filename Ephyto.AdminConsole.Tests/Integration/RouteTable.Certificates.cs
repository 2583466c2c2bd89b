using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class RouteTable
{
    private static RouteAccess[] Certificates =>
    [
        // In the command lines for the country.
        Nppo("/nppo/certificates", Permission.NppoView, "/C=CI/"),
        new("/nppo/certificates/{certificate:guid}/file", $"/nppo/certificates/{Guid.Empty}/file?nppo={{nppo}}", true),
        new("/nppo/certificates/{certificate:guid}/expiry.ics", $"/nppo/certificates/{Guid.Empty}/expiry.ics?nppo={{nppo}}", true),
        new("/sandbox/server.pem", "/sandbox/server.pem", false),
        new("/sandbox/client.pem", "/sandbox/client.pem", false),
    ];
}
