using System.Runtime.CompilerServices;
using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>Every use case × everybody. A new use case fails here until somebody says who may call it.</summary>
public sealed class UseCaseAccessTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    public static TheoryData<string> Guarded => [.. UseCaseTable.Guarded.Select(access => access.Handler.Name)];

    [Fact]
    public void Every_use_case_is_listed()
    {
        var listed = UseCaseTable.Guarded.Select(access => access.Handler).Concat(UseCaseTable.ByLink).Concat(UseCaseTable.Public)
            .Concat(UseCaseTable.Own).Concat(UseCaseTable.Parts);
        Assert.Equal(Handlers.Order(StringComparer.Ordinal), listed.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_listed_as_guarded_takes_the_actor() => Assert.All(UseCaseTable.Guarded, access => Assert.Contains(
        access.Handler.GetMethods().Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
            .SelectMany(method => method.GetParameters()),
        parameter => parameter.ParameterType == typeof(Ephyto.Domain.Common.Actor)));

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Who_has_no_right_is_refused_and_who_has_it_is_not(string handler)
    {
        var access = UseCaseTable.Guarded.Single(listed => listed.Handler.Name == handler);
        // Those without the right first: an allowed act may change what the next one finds.
        foreach (var person in AccessWorld.Everybody.OrderBy(access.Allowed))
        {
            var refusal = await access.CallAsync(world, world[person]);
            var refused = refusal == AccessErrors.NotAllowed;
            Assert.True(refused != access.Allowed(person), $"{handler} as {person}: {(refusal is null ? "no refusal" : refusal.Code)}");
        }
    }

    private static IEnumerable<string> Handlers => typeof(Program).Assembly.GetTypes()
        .Where(type => type.Namespace?.EndsWith(".UseCases", StringComparison.Ordinal) is true
            && type is { IsClass: true, IsNested: false, IsAbstract: false }
            && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            && type.GetMethods().Any(method => method.Name is "HandleAsync" or "ActAsync" or "DecideAsync"))
        .Select(type => type.Name);
}
