using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Platform.Localization;

/// <summary>Whatever is put into a sentence of the console stands isolated in it, in pages and in mails: names, words, addresses.</summary>
internal sealed class IsolatingLocalizers(ResourceManagerStringLocalizerFactory resources) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new IsolatingLocalizer(resources.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new IsolatingLocalizer(resources.Create(baseName, location));

    private sealed class IsolatingLocalizer(IStringLocalizer sentences) : IStringLocalizer
    {
        public LocalizedString this[string name] => sentences[name];

        public LocalizedString this[string name, params object[] arguments] => sentences[name, [.. arguments.Select(Isolate)]];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => sentences.GetAllStrings(includeParentCultures);

        private static object Isolate(object argument) => argument switch
        {
            string text => Isolated.Of(text),
            LocalizedString text => Isolated.Of(text.Value),
            _ => argument,
        };
    }
}
