using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Ephyto.AdminConsole.Platform.Emails;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>Every e-mail that the console can write, of things made up. One that is written tomorrow is found here by itself.</summary>
internal static class EveryEmail
{
    /// <param name="services">Of a scope.</param>
    /// <param name="words">Whatever somebody has typed.</param>
    /// <returns>Each in the language that is spoken now, by the names of its class and its method.</returns>
    public static IEnumerable<(string Name, EmailContent Content)> Write(IServiceProvider services, string words)
    {
        foreach (var method in Writers())
        {
            var writer = ActivatorUtilities.GetServiceOrCreateInstance(services, method.DeclaringType!);
            foreach (var arguments in ArgumentsOf(method, words))
            {
                if (method.Invoke(writer, arguments) is EmailContent content)
                    yield return ($"{method.DeclaringType!.Name}.{method.Name}", content);
            }
        }
    }

    private static IEnumerable<MethodInfo> Writers() => typeof(Program).Assembly.GetTypes()
        .Where(type => type.Namespace?.EndsWith(".Emails", StringComparison.Ordinal) == true
            && type.Namespace != typeof(EmailContent).Namespace)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.ReturnType == typeof(EmailContent));

    /// <summary>One list for each kind of what is declared as abstract.</summary>
    private static IEnumerable<object?[]> ArgumentsOf(MethodInfo method, string words)
    {
        var parameters = method.GetParameters();
        var kinds = parameters.Where(parameter => parameter.ParameterType.IsAbstract).SelectMany(parameter =>
            parameter.ParameterType.Assembly.GetTypes().Where(type => type.IsSubclassOf(parameter.ParameterType) && !type.IsAbstract))
                .DefaultIfEmpty();
        return kinds.Select(
            kind => parameters.Select(
                parameter =>
                    Filled(parameter.ParameterType.IsAbstract ? kind! : Nullable.GetUnderlyingType(parameter.ParameterType)
                        ?? parameter.ParameterType, parameter.Name!, words, 0)).ToArray());
    }

    private static object? Filled(Type type, string name, string words, int depth)
    {
        if (type == typeof(string))
            return name == "code" ? "account.passkey-added" : name.EndsWith("CountryCode", StringComparison.Ordinal)
                ? "CI" : name.EndsWith("anguage", StringComparison.Ordinal) ? "en" : words;
        if (type == typeof(DateTime)) return new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 3, 2);
        if (type == typeof(Guid)) return Guid.Parse("11111111-2222-3333-4444-555555555555");
        if (type == typeof(bool)) return true;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        if (type.IsPrimitive) return Convert.ChangeType(7, type, CultureInfo.InvariantCulture);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)) return Activator.CreateInstance(type);
        if (type.IsArray || typeof(IEnumerable).IsAssignableFrom(type) || type.IsAbstract || depth > 4) return null;

        var made = RuntimeHelpers.GetUninitializedObject(type);
        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(
                BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
                field.SetValue(made,
                    Filled(Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType, field.Name.Trim('<').Split('>')[0], words,
                        depth + 1));
        }

        return made;
    }
}
