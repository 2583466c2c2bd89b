using Bunit;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Components.Layout;

/// <summary>Who loses a right is told why, above a page that was asked for anew.</summary>
public sealed class AccessNoticeTests : ShellContext
{
    private readonly AccessNews _news = new();

    public AccessNoticeTests()
    {
        Services.AddSingleton(_news);
        Services.AddSingleton<AdminConsole.Components.Terms.Terms>();
        Page.Begun = 0;
    }

    [Fact]
    public void A_loss_is_said_in_the_readers_language_and_the_page_begins_anew()
    {
        ReadIn("fr");
        var layout = Open();
        Assert.Equal("page 1", layout.Find("p.page").TextContent);

        _news.Publish([new(AccessChangeKind.NppoSuspended, "L’office"), new(AccessChangeKind.HubRoleChanged, Role: HubRole.Auditor)]);

        var alert = layout.Find("[role=alert]");
        Assert.Contains("L’organisation L’office a été suspendue par le Hub.", alert.TextContent, StringComparison.Ordinal);
        Assert.Contains("Votre rôle dans le Hub est désormais\u00a0: Auditeur.", alert.TextContent, StringComparison.Ordinal);
        Assert.Equal("page 2", layout.Find("p.page").TextContent);
    }

    [Fact]
    public void A_gain_is_said_and_what_was_typed_stays()
    {
        var layout = Open();

        _news.Publish([new(AccessChangeKind.MembershipGained, "The office", NppoRole.Viewer)]);

        Assert.Contains("You now have access to The office as Viewer.", layout.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("page 1", layout.Find("p.page").TextContent);
    }

    [Fact]
    public async Task The_reader_puts_the_sentence_away()
    {
        var layout = Open();
        _news.Publish([new(AccessChangeKind.HubRoleRemoved)]);

        await layout.Find("[role=alert] button").ClickAsync();

        Assert.Equal("", layout.Find("[role=alert]").TextContent.Trim());
        Assert.Equal("page 2", layout.Find("p.page").TextContent);
    }

    [Fact]
    public void Every_reason_has_a_sentence()
    {
        foreach (var language in new[] { "en", "fr" })
        {
            ReadIn(language);
            var layout = Open();
            foreach (var kind in Enum.GetValues<AccessChangeKind>())
            {
                _news.Publish([new(kind, "The office", NppoRole.Viewer)]);
                Assert.DoesNotContain(kind.ToString(), layout.Find("[role=alert]").TextContent, StringComparison.Ordinal);
            }
        }
    }

    private IRenderedComponent<AccessNotice> Open() =>
        Render<AccessNotice>(parameters => parameters.Add<Page>(notice => notice.ChildContent));

    /// <summary>Counts how often it began.</summary>
    private sealed class Page : ComponentBase
    {
        private int _mine;

        public static int Begun { get; set; }

        protected override void OnInitialized() => _mine = ++Begun;

        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddMarkupContent(0, $"<p class=\"page\">page {_mine}</p>");
    }
}
