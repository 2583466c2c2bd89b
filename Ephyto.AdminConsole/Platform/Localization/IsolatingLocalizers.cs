using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Platform.Localization;

/// <summary>Where the labels of fields stand that every page and e-mail may ask its own texts for.</summary>
internal sealed record SharedLabels(Type Source);

/// <summary>
/// Whatever is put into a sentence of the console stands isolated in it, in pages and in e-mails: names, words, addresses. What a field
/// is called stands once: texts that have no label of that name of their own give the shared one.
/// </summary>
internal sealed class IsolatingLocalizers(ResourceManagerStringLocalizerFactory resources, SharedLabels? shared = null)
    : IStringLocalizerFactory
{
    private readonly IStringLocalizer? _labels = shared is null ? null : resources.Create(shared.Source);

    public IStringLocalizer Create(Type resourceSource) => new IsolatingLocalizer(resources.Create(resourceSource), _labels);

    public IStringLocalizer Create(string baseName, string location) =>
        new IsolatingLocalizer(resources.Create(baseName, location), _labels);

    private sealed class IsolatingLocalizer(IStringLocalizer sentences, IStringLocalizer? labels) : IStringLocalizer
    {
        public LocalizedString this[string name] =>
            sentences[name] is var own && own.ResourceNotFound && labels?[name] is { ResourceNotFound: false } label ? label : own;

        public LocalizedString this[string name, params object[] arguments] => sentences[name] is { ResourceNotFound: false } sentence
            ? new(name, string.Format(CultureInfo.CurrentCulture, FrenchElision.In(sentence.Value, arguments),
                [.. arguments.Select(Isolate)]), resourceNotFound: false, sentence.SearchedLocation)
            : sentences[name, arguments];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => sentences.GetAllStrings(includeParentCultures);

        private static object Isolate(object argument) => argument switch
        {
            string text => Isolated.Of(text),
            LocalizedString text => Isolated.Of(text.Value),
            _ => argument,
        };
    }
}
