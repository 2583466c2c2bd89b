// Offending code the rules must find: an open aggregate, a public handler, a component given too much, a page that reads the store.
#pragma warning disable IDE0130, IDE0161, CA1822

using Ephyto.AdminConsole.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Architecture.Samples
{
    internal abstract class AggregateRoot;

    internal sealed class OpenAggregate : AggregateRoot
    {
        public string Name { get; set; } = "";

        public string Kept { get; private set; } = "";
    }

    internal abstract class GreedyBase : ComponentBase
    {
        [Inject]
        private TimeProvider Time { get; set; } = default!;
    }

    internal sealed class GreedyComponent : GreedyBase
    {
        [Inject]
        private NavigationManager Navigation { get; set; } = default!;

        [Inject]
        private HttpClient Http { get; set; } = default!;

        [Inject]
        private UseCases.ClosedHandler Act { get; set; } = default!;
    }

    internal sealed class ReadingPage : ComponentBase
    {
        [Inject]
        private IDbContextFactory<ConsoleDbContext> Contexts { get; set; } = default!;
    }
}

namespace Ephyto.AdminConsole.Tests.Architecture.Samples.UseCases
{
    public sealed class OpenHandler
    {
        public Task HandleAsync() => Task.CompletedTask;
    }

    internal sealed class ClosedHandler
    {
        public Task HandleAsync() => Task.CompletedTask;
    }
}
