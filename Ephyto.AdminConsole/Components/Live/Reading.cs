using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Components.Live;

/// <summary>What a page asks the store for: the question, how it is answered, and what the page does with the answer.</summary>
/// <param name="Question">Equal questions have the same answer until something changes: a request, an id, a filter.</param>
internal abstract record Reading(object Question)
{
    public static Reading Of<TQuestion, TAnswer>(
        TQuestion question, Func<TQuestion, Actor, CancellationToken, Task<TAnswer>> read, Action<TAnswer> show)
        where TQuestion : notnull
        where TAnswer : notnull => new Typed<TQuestion, TAnswer>(question, read, show);

    public abstract Task<object> AnswerAsync(Actor reader, CancellationToken cancellation);

    public abstract void Show(object answer);

    private sealed record Typed<TQuestion, TAnswer>(
        TQuestion Asked, Func<TQuestion, Actor, CancellationToken, Task<TAnswer>> Read, Action<TAnswer> ShowIt) : Reading(Asked)
        where TQuestion : notnull
        where TAnswer : notnull
    {
        public override async Task<object> AnswerAsync(Actor reader, CancellationToken cancellation) =>
            await Read(Asked, reader, cancellation);

        public override void Show(object answer) => ShowIt((TAnswer)answer);
    }
}
