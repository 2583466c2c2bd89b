using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>Who may call one use case, and how it is called in the world of the test.</summary>
/// <param name="Handler">The handler's type.</param>
/// <param name="Allowed">Who is not refused for want of a right.</param>
/// <param name="CallAsync">Calls it as the actor; gives its refusal, or null.</param>
internal sealed record UseCaseAccess(Type Handler, Func<Person, bool> Allowed, Func<AccessWorld, Actor, Task<DomainError?>> CallAsync)
{
    public static UseCaseAccess OnNppo<T>(Permission permission, Func<T, AccessWorld, Actor, Task<DomainError?>> call)
        where T : notnull => Of(person => AccessWorld.MayOnNppo(person, permission), call);

    public static UseCaseAccess OnHub<T>(Permission permission, Func<T, AccessWorld, Actor, Task<DomainError?>> call)
        where T : notnull => Of(person => AccessWorld.MayOnHub(person, permission), call);

    /// <summary>Whom the organization lets, and whom the hub lets in its place.</summary>
    public static UseCaseAccess OnNppoOrHub<T>(Permission onNppo, Permission onHub, Func<T, AccessWorld, Actor, Task<DomainError?>> call)
        where T : notnull => Of(person => AccessWorld.MayOnNppo(person, onNppo) || AccessWorld.MayOnHub(person, onHub), call);

    /// <summary>Anybody who is not signed in, and who is signed in with the right: officers do it for others.</summary>
    public static UseCaseAccess InPublicOrOnHub<T>(Permission permission, Func<T, AccessWorld, Actor, Task<DomainError?>> call)
        where T : notnull => Of(person => person == Person.Anonymous || AccessWorld.MayOnHub(person, permission), call);

    /// <summary>Everybody with an account, on themselves.</summary>
    public static UseCaseAccess OnOneself<T>(Func<T, AccessWorld, Actor, Task<DomainError?>> call)
        where T : notnull => Of(person => person != Person.Anonymous, call);

    private static UseCaseAccess Of<T>(Func<Person, bool> allowed, Func<T, AccessWorld, Actor, Task<DomainError?>> call)
        where T : notnull => new(typeof(T), allowed, (world, actor) => world.Host.CallAsync((T handler) => call(handler, world, actor)));
}
