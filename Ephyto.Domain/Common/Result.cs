namespace Ephyto.Domain.Common;

/// <summary>The outcome of an act that may be refused. Exceptions are for bugs, results for refusals.</summary>
public class Result
{
    private static readonly Result Succeeded = new(null);

    protected Result(DomainError? error) => Error = error;

    /// <summary>The refusal, or null when the act succeeded.</summary>
    public DomainError? Error { get; }

    public bool IsSuccess => Error is null;

    public static Result Success() => Succeeded;

    public static Result Failure(DomainError error) => new(error);

    public static implicit operator Result(DomainError error) => Failure(error);

    public static Result FromDomainError(DomainError error) => Failure(error);
}

/// <inheritdoc cref="Result"/>
public sealed class Result<T> : Result
{
    private readonly T? _value;

    private Result(T? value, DomainError? error)
        : base(error) => _value = value;

    /// <summary>What the act produced.</summary>
    /// <exception cref="InvalidOperationException">The act was refused.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"Refused: {Error.Sentence}");

#pragma warning disable CA1000 // the factory reads best on the type it makes
    public static Result<T> Success(T value) => new(value, null);

    public static new Result<T> Failure(DomainError error) => new(default, error);
#pragma warning restore CA1000

    public static implicit operator Result<T>(T value) => Success(value);

    public static implicit operator Result<T>(DomainError error) => Failure(error);

    public Result<T> ToResult() => this;
}
