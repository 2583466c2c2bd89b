using System.Diagnostics;
using System.Globalization;
using Ephyto.AdminConsole.Platform.Links;

namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>
/// Every route of the running console × verbs, bodies, tokens, encodings and headers that nobody should send. Nothing fails,
/// no refusal is empty, and the headers are always there.
/// </summary>
public sealed class FuzzTests(FuzzWorld world) : IClassFixture<FuzzWorld>
{
    private const int Seed = 20261129;

    // What a reader of French meets on the way, whatever is sent to whichever address.
    private static readonly string[] MetInFrench =
        ["StaleForm", "ForeignForm", "UnreadableForm", "UsedForm", "SessionOver", "SignInNeeded", "BadRequest", "Missing", "WrongVerb",
            "WrongType", "TooLong"];

    [Theory]
    [InlineData(FuzzPerson.Anonymous)]
    [InlineData(FuzzPerson.Administrator)]
    [InlineData(FuzzPerson.HubAdministrator)]
    [InlineData(FuzzPerson.HolderOfLinks)]
    [InlineData(FuzzPerson.HolderOfEndedLinks)]
    [InlineData(FuzzPerson.FrenchReader)]
    [InlineData(FuzzPerson.FrenchAdministrator)]
    public async Task Whatever_is_sent_is_answered_in_words(FuzzPerson person)
    {
        var chance = new Random(Seed + (int)person);
        var clock = Stopwatch.StartNew();
        using var stranger = await world.ClientOfAsync(Person.Anonymous);
        using var visitor = await FuzzVisitor.EnterAsync(world, person, stranger);
        var all = FuzzRoute.Of(world.Host.Services);
        var routes = person is FuzzPerson.HolderOfEndedLinks ? [.. all.Where(route => route.IsOfLink(world.Host.Get<LinkRoutes>()))] : all;
        List<FuzzRequest> requests = [.. person is FuzzPerson.FrenchReader or FuzzPerson.FrenchAdministrator
            ? FuzzPlan.FewOf(routes, world, visitor, chance) : FuzzPlan.Of(routes, world, visitor, chance)];
        foreach (var address in routes.Where(route => route.IsPage).Select(route => route.Address(world)))
            requests.AddRange(FuzzPlan.FormsOf(address, await visitor.ReadAsync(address), visitor, chance));

        List<FuzzAnswer> answers = [];
        List<string> unanswered = [];
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (request, _) =>
        {
            try
            {
                var answer = await visitor.SendAsync(request);
                lock (answers) answers.Add(answer);
            }
            catch (HttpRequestException e)
            {
                lock (unanswered) unanswered.Add($"{person}: {request}: {e.Message} {e.InnerException?.Message}");
            }
        });

        var met = string.Join(", ",
            answers.GroupBy(answer => answer.Status).OrderBy(group => group.Key).Select(group => $"{group.Key}: {group.Count()}"));
        var faults = answers.Where(answer => answer.Faults.Count > 0).Select(answer => answer.ToString()).Concat(unanswered)
            .Order(StringComparer.Ordinal).ToList();
        List<string> kinds = [.. answers.Select(answer => answer.Title).OfType<string>().SelectMany(FuzzText.KindsOf).Distinct()];
        var whole = answers.Where(answer => answer.IsWhole).ToList();
        var past = whole.Count(answer => answer.IsPastGuards);
        var summary = string.Create(CultureInfo.InvariantCulture,
            $"{person}: {answers.Count} requests to {routes.Count} routes in {clock.Elapsed.TotalSeconds:0.0} s; {met}; by the server "
                + $"itself: {answers.Count(answer => answer.IsByServer)}; faults: {faults.Count}; whole forms: {whole.Count}, past the "
                + $"guards: {past}; refusals: {string.Join(' ', kinds.Order(StringComparer.Ordinal))}");
        TestContext.Current.TestOutputHelper!.WriteLine(summary);
        Assert.True(faults.Count == 0,
            summary + Environment.NewLine + string.Join(Environment.NewLine, faults.Take(40)) + Environment.NewLine + world.Host.Log);
        Assert.True(past > whole.Count / 2 && past >= PastGuardsOf(person), summary);
        if (person == FuzzPerson.FrenchReader) Assert.Superset(MetInFrench.ToHashSet(), kinds.ToHashSet());
    }

    // Of the forms that the pages show, so many come at least to what they are for; the others wait for what an earlier one has ended.
    private static int PastGuardsOf(FuzzPerson person) => person switch
    {
        FuzzPerson.HolderOfLinks => 30,
        FuzzPerson.HolderOfEndedLinks => 3,
        _ => 9,
    };
}
