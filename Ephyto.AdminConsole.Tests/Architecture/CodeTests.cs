using System.Reflection;
using Ephyto.AdminConsole.Components.Lists;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>The shape of the types: aggregates closed, handlers hidden, components modest.</summary>
public sealed class CodeTests
{
    private static readonly Assembly Console = Assembly.Load("Ephyto.AdminConsole");
    private static readonly Assembly Domain = Assembly.Load("Ephyto.Domain");

    [Fact]
    public void Aggregates_have_no_public_setters() => Findings.None(CodeRules.OpenSetters(Domain.GetTypes()));

    [Fact]
    public void Handlers_of_use_cases_are_internal_and_sealed() => Findings.None(CodeRules.OpenHandlers(Console.GetTypes()));

    [Fact]
    public void A_component_is_given_five_services_at_most() => Findings.None(CodeRules.OverfedComponents(Console.GetTypes(), 5));

    /// <summary>A board that asks for the query of an address is made by the router: see <c>SourceRules.QueriesOutsidePages</c>.</summary>
    [Fact]
    public void Whatever_is_a_list_board_is_a_page() => Findings.None(Console.GetTypes()
        .Where(type => (typeof(ListBoard).IsAssignableFrom(type) || typeof(ListPage).IsAssignableFrom(type)) && !type.IsAbstract
            && !type.IsDefined(typeof(RouteAttribute), inherit: false)).Select(type => type.Name));

    [Fact]
    public void A_breach_is_found()
    {
        Assert.Equal(["OpenAggregate.Name"], CodeRules.OpenSetters([typeof(Samples.OpenAggregate), typeof(CodeTests)]));
        Assert.Equal(["OpenHandler"],
            CodeRules.OpenHandlers([typeof(Samples.UseCases.OpenHandler), typeof(Samples.UseCases.ClosedHandler)]));
        Assert.Equal(["GreedyComponent: 3"], CodeRules.OverfedComponents([typeof(Samples.GreedyComponent), typeof(Samples.GreedyBase)], 2));
    }
}
