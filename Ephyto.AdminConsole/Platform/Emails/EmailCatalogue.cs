using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>Every kind of e-mail that this version of the console writes, as the slices contribute them.</summary>
internal sealed class EmailCatalogue(IEnumerable<EmailKind> kinds)
{
    private readonly Dictionary<string, EmailKind> _kinds = kinds.ToDictionary(kind => kind.Code, StringComparer.Ordinal);

    public IReadOnlyCollection<EmailKind> All => _kinds.Values;

    /// <returns>Null for a kind that only an earlier version wrote.</returns>
    public EmailKind? Find(string code) => _kinds.GetValueOrDefault(code);
}

internal static class EmailKindRegistration
{
    /// <summary>Registers the kinds of e-mail of a slice, and with them what renews those that carry a link.</summary>
    public static IServiceCollection AddEmailKinds(this IServiceCollection services, IEnumerable<EmailKind> kinds)
    {
        foreach (var kind in kinds)
        {
            services.AddSingleton(kind);
            if (kind.Renewal is { } renewal) services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IEmailRenewal), renewal));
        }

        return services;
    }
}
