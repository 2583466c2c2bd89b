using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.DigitalCertificates;

internal sealed class CertificatesNavigation(IStringLocalizer<CertificatesText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
        [new("nppo/certificates", () => text["Menu"], IconKind.Shield, 130, user => user.Memberships().Count > 0)];
}
