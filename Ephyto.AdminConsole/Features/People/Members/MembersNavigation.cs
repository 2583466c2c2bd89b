using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.People.Members;

internal sealed class MembersNavigation(IStringLocalizer<MembersText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
        [new("nppo/members", () => text["Members"], IconKind.People, 110, user => user.Memberships().Count > 0)];
}
