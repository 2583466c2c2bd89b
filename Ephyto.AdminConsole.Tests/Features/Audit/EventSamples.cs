using System.Reflection;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Tests.Features.Audit;

/// <summary>Events of every kind, made with every value of their enums, for whatever has to cope with all of them.</summary>
internal static class EventSamples
{
    public static readonly DateTime At = new(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc);

    public static IEnumerable<Type> Types =>
        typeof(DomainEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract);

    public static IEnumerable<DomainEvent> All => Types.SelectMany(Of);

    public static IEnumerable<DomainEvent> Of(Type type)
    {
        var parameters = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters();
        var most = parameters.Max(parameter => ValuesOf(parameter).Length);
        return Enumerable.Range(0, most).Select(number =>
            (DomainEvent)Activator.CreateInstance(type,
                [.. parameters.Select(parameter => ValuesOf(parameter) is var values ? values[number % values.Length] : null)])!);
    }

    private static object[] ValuesOf(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type switch
        {
            { IsEnum: true } => [.. Enum.GetValues(type).Cast<object>()],
            _ when type == typeof(Guid) => [Guid.CreateVersion7()],
            _ when type == typeof(IReadOnlyList<Guid>) => [new List<Guid> { Guid.CreateVersion7() }],
            _ when type == typeof(Actor) => [Actor.User(Guid.CreateVersion7())],
            _ when type == typeof(DateTime) => [At],
            _ when type == typeof(DateOnly) => [DateOnly.FromDateTime(At)],
            _ when type == typeof(int) => [3],
            _ when type == typeof(long) => [3L],
            _ when type == typeof(LetterNumber) => [new LetterNumber(2026, 3)],
            _ when type == typeof(ConnectionSettings) =>
                [parameter.Name == "From"
                    ? ConnectionSettings.Nothing
                    : ConnectionSettings.Nothing with { Send = true, Delivery = DeliveryMode.Push, Endpoint = "https://hub.example.org" }],
            _ when type == typeof(ServedExchange) => [new ServedExchange(parameter.Name == "From", true)],
            _ when type == typeof(bool) => [false, true],
            _ when type == typeof(SubjectRef) => [new SubjectRef(SubjectKinds.Nppo, Guid.CreateVersion7())],
            _ when type == typeof(string) =>
                [parameter.Name == "CountryCode" ? "CI" : parameter.Name == "Kind" ? "registration.received" : "word"],
            _ => throw new NotSupportedException($"An event takes a {type.Name}: give one here."),
        };
    }
}
