using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Platform.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Ephyto.AdminConsole.Tests.Components.Live;

/// <content>A board that shows what it was answered, and a store that may be slow.</content>
public sealed partial class LiveBoardTests
{
    public sealed class Board : LiveBoard
    {
        [Parameter] public string Asked { get; set; } = "";

        [Parameter] public DateTime? Moment { get; set; }

        [Inject] internal Store Answers { get; set; } = default!;

        internal string? Shown { get; private set; }

        private protected override IReadOnlyList<LiveTopic> Topics => [LiveTopic.All(Change.Kind)];

        private protected override DateTime? At => Moment;

        private protected override Reading Asks =>
            Reading.Of(Asked, (asked, _, cancellation) => Answers.ReadAsync(asked, cancellation), number => Shown = number);

        internal Task ActedAsync() => ReloadAsync();

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, $"{Asked} {Shown}");
    }

    internal sealed class Store
    {
        private readonly Dictionary<string, Held> _held = [];

        public List<string> Asked { get; } = [];

        public Action? Meanwhile { get; set; }

        public Held Hold(string question) => _held[question] = new();

        public async Task<string> ReadAsync(string question, CancellationToken cancellation)
        {
            Asked.Add(question);
            var number = Asked.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var meanwhile = Meanwhile;
            Meanwhile = null;
            meanwhile?.Invoke();
            if (_held.Remove(question, out var held))
            {
                held.Token = cancellation;
                await held.Release.Task;
            }

            return number;
        }
    }

    internal sealed class Held
    {
        public TaskCompletionSource Release { get; } = new();

        public CancellationToken Token { get; set; }
    }
}
