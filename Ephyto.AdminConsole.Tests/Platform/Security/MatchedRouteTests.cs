using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Ephyto.AdminConsole.Tests.Platform.Security;

/// <summary>Where routing leads decides, not how a path is written.</summary>
public sealed class MatchedRouteTests
{
    [Theory]
    [InlineData("/_blazor/negotiate", "_blazor", true)]
    [InlineData("_Blazor", "_blazor", true)]
    [InlineData("/_blazorish", "_blazor", false)]
    [InlineData("/account/manage/{id}", "account", true)]
    [InlineData("/{anything}/account", "account", false)]
    [InlineData("/x{part}", "x", false)]
    public void A_route_is_under_its_first_segment(string pattern, string segment, bool isUnder)
    {
        var http = At(pattern);
        http.Request.Path = "/whatever/was/written";

        Assert.Equal(isUnder, http.IsUnder(segment));
    }

    [Theory]
    [InlineData("/account/email/old", "account/email/old", true)]
    [InlineData("/account/email/old/{secret}", "account/email/old", false)]
    public void A_route_is_known_by_its_pattern(string pattern, string asked, bool isAt) => Assert.Equal(isAt, At(pattern).IsAt(asked));

    [Fact]
    public void Without_a_route_a_request_is_nowhere() => Assert.False(new DefaultHttpContext().IsUnder("_blazor"));

    private static DefaultHttpContext At(string pattern)
    {
        var http = new DefaultHttpContext();
        http.SetEndpoint(
            new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(pattern), 0, EndpointMetadataCollection.Empty, null));
        return http;
    }
}
