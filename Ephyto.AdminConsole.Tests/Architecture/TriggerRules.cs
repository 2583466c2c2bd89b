using Ephyto.AdminConsole.Tests.Support;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ephyto.AdminConsole.Tests.Architecture;

internal static class TriggerRules
{
    /// <summary>
    /// Events of a rendered page that are set going and not waited for: by bUnit's triggers that return nothing, or by one of the
    /// others whose task is thrown away. While the renderer is busy with somebody else's change, such an event has not even begun.
    /// </summary>
    public static IEnumerable<string> Unawaited(IEnumerable<TypeDefinition> types) =>
        from type in types
        from method in type.Methods
        where method.HasBody
        from step in method.Body.Instructions
        let called = step.Operand as MethodReference
        where called is not null && (IsTriggerOfNothing(called) || (IsOfPages(called) && step.Next?.OpCode == OpCodes.Pop))
        select $"{type.FullName}.{method.Name}: {called.Name}";

    public static IEnumerable<TypeDefinition> TypesOf(string assembly) => ModuleDefinition.ReadModule(assembly).GetTypes();

    private static bool IsTriggerOfNothing(MethodReference called) =>
        called.DeclaringType.Namespace == "Bunit" && called.DeclaringType.Name.EndsWith("DispatchExtensions", StringComparison.Ordinal)
        && called.ReturnType.FullName == "System.Void";

    private static bool IsOfPages(MethodReference called) =>
        called.ReturnType.Namespace == "System.Threading.Tasks"
        && (called.DeclaringType.Namespace == "Bunit" || called.DeclaringType.Name == nameof(Buttons));
}
