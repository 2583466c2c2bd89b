using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations;

/// <summary>Words that differ for a recovery stand under the same key with <c>Recovery_</c> before it; the others are shared.</summary>
internal static class RegistrationKindText
{
    public static string For<T>(this IStringLocalizer<T> text, Registration about, string key, params object[] values) =>
        about.Kind == RegistrationKind.Recovery && text[$"Recovery_{key}", values] is { ResourceNotFound: false } own
            ? own.Value : text[key, values].Value;
}
