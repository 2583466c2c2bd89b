using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class RouteTable
{
    private static RouteAccess[] Directory =>
    [
        Hub("/hub/contact-points/import", Permission.ContactPointsEdit),
        new("/hub/contact-points/template.csv", "/hub/contact-points/template.csv", true,
            person => AccessWorld.MayOnHub(person, Permission.ContactPointsEdit), "family_name"),
        new("/hub/contact-points.csv", "/hub/contact-points.csv", true,
            person => AccessWorld.MayOnHub(person, Permission.ContactPointsView), "family_name"),
    ];
}
