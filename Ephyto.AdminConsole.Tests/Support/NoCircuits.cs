using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// Nobody connects to the circuits of a console that runs in the process of the tests. Their hub would compile a method for
/// each of its calls all the same, in every test anew, and to make and clear those away took half of a run.
/// </summary>
internal static class NoCircuits
{
    private static readonly Type Handler = typeof(HubConnectionHandler<>).MakeGenericType(
        typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.ComponentHub", throwOnError: true)!);

    public static void Register(IServiceCollection services) =>
        services.AddSingleton(Handler, _ => RuntimeHelpers.GetUninitializedObject(Handler));
}
