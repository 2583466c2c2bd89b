using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>
/// Every e-mail that the console can write, with every text in it from somebody who writes from right to left: whatever was typed
/// stands isolated, in the subject, the text and the page. An e-mail that is written tomorrow is found here by itself.
/// </summary>
public sealed class IsolatedEmailsTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Marker = "مارقة";

    [Theory]
    [MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public async Task Whatever_was_typed_stands_isolated_in_every_email(string language)
    {
        using var culture = CultureScope.Enter(language);
        List<string> bare = [];
        var (emails, marked) = (0, 0);
        await using var scope = Host.Services.CreateAsyncScope();
        foreach (var method in Writers())
        {
            foreach (var arguments in ArgumentsOf(method))
            {
                var writer = ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, method.DeclaringType!);
                if (method.Invoke(writer, arguments) is not EmailContent content) continue;
                var rendered = await Host.Get<EmailRenderer>().RenderAsync(content);
                emails++;
                if (rendered.Text.Contains(Marker, StringComparison.Ordinal)) marked++;
                var name = $"{method.DeclaringType!.Name}.{method.Name}";
                bare.AddRange(OneLine.Of(content.Subject).Split('\n').Concat(rendered.Text.Split('\n')).Where(IsBare)
                    .Select(line => $"{name}: {line}"));
                bare.AddRange(BareIn(rendered.Html).Select(text => $"{name} (HTML): {text}"));
            }
        }

        Assert.True(bare.Count == 0, string.Join('\n', bare));
        Assert.InRange(emails, 55, 500);
        Assert.InRange(marked, emails / 2, emails);
    }

    private static IEnumerable<MethodInfo> Writers() => typeof(Program).Assembly.GetTypes()
        .Where(type => type.Namespace?.EndsWith(".Emails", StringComparison.Ordinal) == true
            && type.Namespace != typeof(EmailContent).Namespace)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.ReturnType == typeof(EmailContent));

    /// <summary>One list for each kind of what is declared as abstract.</summary>
    private static IEnumerable<object?[]> ArgumentsOf(MethodInfo method)
    {
        var parameters = method.GetParameters();
        var kinds = parameters.Where(parameter => parameter.ParameterType.IsAbstract).SelectMany(parameter =>
            parameter.ParameterType.Assembly.GetTypes().Where(type => type.IsSubclassOf(parameter.ParameterType) && !type.IsAbstract))
                .DefaultIfEmpty();
        return kinds.Select(
            kind => parameters.Select(
                parameter =>
                    Filled(parameter.ParameterType.IsAbstract ? kind! : Nullable.GetUnderlyingType(parameter.ParameterType)
                        ?? parameter.ParameterType, parameter.Name!, 0)).ToArray());
    }

    private static object? Filled(Type type, string name, int depth)
    {
        if (type == typeof(string))
            return name == "code" ? "account.passkey-added" : name.EndsWith("CountryCode", StringComparison.Ordinal)
                ? "CI" : name.EndsWith("anguage", StringComparison.Ordinal) ? "en" : Marker;
        if (type == typeof(DateTime)) return new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 3, 2);
        if (type == typeof(Guid)) return Guid.Parse("11111111-2222-3333-4444-555555555555");
        if (type == typeof(bool)) return true;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        if (type.IsPrimitive) return Convert.ChangeType(7, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)) return Activator.CreateInstance(type);
        if (type.IsArray || typeof(IEnumerable).IsAssignableFrom(type) || type.IsAbstract || depth > 4) return null;

        var made = RuntimeHelpers.GetUninitializedObject(type);
        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(
                BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
                field.SetValue(made,
                    Filled(Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType, field.Name.Trim('<').Split('>')[0], depth + 1));
        }

        return made;
    }

    /// <summary>Whether the marker stands anywhere outside of what is opened by U+2068 and closed by U+2069.</summary>
    private static bool IsBare(string line)
    {
        var depth = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '\u2068') depth++;
            else if (line[at] == '\u2069') depth--;
            else if (depth == 0 && line.AsSpan(at).StartsWith(Marker)) return true;
        }

        return depth != 0;
    }

    private static IEnumerable<string> BareIn(string html) =>
        new HtmlParser().ParseDocument(html).All.SelectMany(element => element.ChildNodes.OfType<IText>())
            .Where(text => text.Data.Contains(Marker, StringComparison.Ordinal)
                && text.Ancestors<IElement>()
                    .All(element => element.LocalName != "bdi" && !element.HasAttribute("dir") || element.LocalName == "html"))
            .Select(text => text.Data.Trim()).Where(IsBare);
}
