using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ephyto.AdminConsole.Platform.Email;

/// <summary>Every kind of mail that this version of the console writes, as the slices contribute them.</summary>
internal sealed class MailCatalogue(IEnumerable<MailKind> kinds)
{
    private readonly Dictionary<string, MailKind> _kinds = kinds.ToDictionary(kind => kind.Code, StringComparer.Ordinal);

    public IReadOnlyCollection<MailKind> All => _kinds.Values;

    /// <returns>Null for a kind that only an earlier version wrote.</returns>
    public MailKind? Find(string code) => _kinds.GetValueOrDefault(code);
}

internal static class MailKindRegistration
{
    /// <summary>Registers the kinds of mail of a slice, and with them what renews those that carry a link.</summary>
    public static IServiceCollection AddMailKinds(this IServiceCollection services, IEnumerable<MailKind> kinds)
    {
        foreach (var kind in kinds)
        {
            services.AddSingleton(kind);
            if (kind.Renewal is { } renewal) services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IEmailRenewal), renewal));
        }

        return services;
    }
}
