using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Platform;

/// <summary>A use case is there because it stands in its folder.</summary>
public sealed class UseCaseRegistrationTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task Every_use_case_is_registered_and_can_be_made()
    {
        var useCases = typeof(Program).Assembly.GetTypes().Where(UseCaseRegistration.IsUseCase).ToList();
        await using var scope = Host.Services.CreateAsyncScope();

        Assert.True(useCases.Count > 150, "The use cases are not found where they stand.");
        Assert.All(useCases, type => Assert.NotNull(scope.ServiceProvider.GetService(type)));
    }

    [Fact]
    public void What_lives_in_a_scope_takes_its_use_case_there_with_it()
    {
        var services = new ServiceCollection().AddScoped<OfTheRequest>().AddSingleton<OfTheConsole>()
            .AddSingleton(typeof(IOpen<>), typeof(Open<>))
            .AddUseCases([typeof(Far), typeof(Near), typeof(Lasting), typeof(Listing)]);

        Assert.Equal(
            [ServiceLifetime.Scoped, ServiceLifetime.Scoped, ServiceLifetime.Singleton, ServiceLifetime.Scoped],
            ((Type[])[typeof(Far), typeof(Near), typeof(Lasting), typeof(Listing)]).Select(
                type => services.Single(service => service.ServiceType == type).Lifetime));
    }

    [Fact]
    public void What_a_module_registers_in_its_own_way_stays_as_it_is()
    {
        var services = new ServiceCollection().AddTransient<Lasting>().AddUseCases([typeof(Lasting)]);

        Assert.Equal(ServiceLifetime.Transient, Assert.Single(services).Lifetime);
    }

    private sealed class OfTheRequest;

    private sealed class OfTheConsole;

    private interface IOpen<T>;

    private sealed class Open<T> : IOpen<T>;

    private sealed class Far(Near near)
    {
        public Near Near => near;
    }

    private sealed class Near(OfTheRequest request, OfTheConsole console)
    {
        public object[] Given => [request, console];
    }

    private sealed class Lasting(OfTheConsole console, IOpen<string> open)
    {
        public object[] Given => [console, open];
    }

    private sealed class Listing(IEnumerable<OfTheRequest> all)
    {
        public IEnumerable<OfTheRequest> All => all;
    }
}
