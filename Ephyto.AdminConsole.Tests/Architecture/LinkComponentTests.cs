using System.Reflection;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>
/// The cookies of links are read when a page is made, never by a circuit: what a circuit shows and does is about the link that
/// its component was given, whatever the browser has opened since.
/// </summary>
public sealed class LinkComponentTests
{
    /// <summary>What runs in a circuit on the page of a link. Whoever adds one gives it the link as a parameter.</summary>
    private static readonly string[] Islands = ["ContactPointView", "Tracker"];

    private static readonly Type[] OfTheBrowser = [typeof(LinkCookies), typeof(LinkChoices), typeof(IHttpContextAccessor)];

    private static IEnumerable<Type> Components =>
        typeof(Program).Assembly.GetTypes().Where(type => typeof(IComponent).IsAssignableFrom(type) && !type.IsAbstract);

    [Fact]
    public void Only_pages_outside_of_circuits_and_their_parts_look_at_what_the_browser_has_opened()
    {
        string[] parts = ["OpenedLinks", "WhichLink", "SendAgain"];

        var others = Components.Where(type => InjectedInto(type).Intersect(OfTheBrowser).Any())
            .Where(type => !type.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute)) && !parts.Contains(type.Name))
            .Select(type => type.Name);

        Assert.Empty(others);
        Assert.All(parts,
            part => Assert.Contains(Components, type => type.Name == part
                && type.GetProperties(BindingFlags.Instance | BindingFlags.NonPublic)
            .Any(property => property.PropertyType == typeof(HttpContext) && property.IsDefined(typeof(CascadingParameterAttribute)))));
    }

    [Fact]
    public void What_runs_in_a_circuit_behind_a_link_is_given_its_link()
    {
        var found = RazorFiles().Select(file => File.ReadAllText(file))
            .Where(page => page.Contains(nameof(LinkCookies), StringComparison.Ordinal))
            .SelectMany(page => Regex.Matches(page, "<(\\w+)\\s[^>]*@rendermode=").Select(match => match.Groups[1].Value)).Distinct();
        Assert.Equal(Islands, found.Order(StringComparer.Ordinal));

        foreach (var island in Components.Where(type => Islands.Contains(type.Name)))
        {
            Assert.Contains(island.GetProperties(), property => property.Name == "LinkId"
                && property.IsDefined(typeof(EditorRequiredAttribute)));
            Assert.Empty(InjectedInto(island).Intersect(OfTheBrowser));
        }
    }

    [Fact]
    public void Who_is_in_a_part_of_a_page_that_comes_to_life_is_led_on_in_it() =>
        Assert.All(RazorFiles("Features").Select(File.ReadAllText).Where(page => page.Contains("@rendermode=", StringComparison.Ordinal)),
            page => Assert.Matches(@"<div data-comes-alive>\s*<\w+ [^>]*@rendermode=[^>]*/>\s*</div>", page));

    [Fact]
    public void Nothing_behind_a_link_is_done_by_an_event_of_a_circuit() =>
        Assert.Empty(RazorFiles("Features", "Registrations", "Components")
            .Where(file => Regex.IsMatch(File.ReadAllText(file), "@on(click|submit|change)|OnClick=|@bind")).Select(Path.GetFileName));

    private static IEnumerable<Type> InjectedInto(Type component)
    {
        for (var type = component; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var property in type.GetProperties(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (property.IsDefined(typeof(InjectAttribute))) yield return property.PropertyType;
        }
    }

    private static IEnumerable<string> RazorFiles(params string[] under) =>
        Directory.EnumerateFiles(Repository.Path(["Ephyto.AdminConsole", .. under]), "*.razor", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
