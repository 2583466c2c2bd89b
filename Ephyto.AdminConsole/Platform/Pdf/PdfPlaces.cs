using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Writer;

namespace Ephyto.AdminConsole.Platform.Pdf;

/// <summary>A place in a PDF that can be linked to.</summary>
/// <param name="Anchor">Its name.</param>
/// <param name="Title">Its name for people, in the outline.</param>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Page">From 1.</param>
/// <param name="Y">Its upper edge, from the lower edge of the page.</param>
internal sealed record PdfPlace(string Anchor, string Title, int Level, int Page, double Y)
{
    public ExplicitDestination Destination =>
        new(Page, ExplicitDestinationType.XyzCoordinates, new ExplicitDestinationCoordinates(PdfPages.Left, Y));
}

/// <summary>The places of a PDF and the links to them, which may stand before what they lead to.</summary>
internal sealed class PdfPlaces
{
    private static readonly AnnotationBorder Invisible = new(0, 0, 0, []);
    private readonly List<PdfPlace> _places = [];
    private readonly Dictionary<string, PdfPlace> _byAnchor = [];
    private readonly List<(int Page, PdfRectangle Where, string Target)> _links = [];

    public void Add(PdfPlace place)
    {
        _places.Add(place);
        _byAnchor.TryAdd(place.Anchor, place);
    }

    public PdfPlace? Find(string anchor) => _byAnchor.GetValueOrDefault(anchor);

    public void Link(int page, PdfRectangle where, string target) => _links.Add((page, where, target));

    /// <summary>Once everything is written: a link to a place that does not exist is left out.</summary>
    public void Complete(PdfDocumentBuilder builder, IReadOnlyList<PdfPageBuilder> pages)
    {
        foreach (var (page, where, target) in _links)
        {
            if (!target.StartsWith('#')) pages[page - 1].AddLink(new LinkAnnotation(new UriAction(target), where, Invisible));
            else if (Find(Uri.UnescapeDataString(target[1..])) is { } place)
                pages[page - 1].AddLink(new LinkAnnotation(new GoToAction(place.Destination), where, Invisible));
        }

        if (_places.Count > 0) builder.Bookmarks = new Bookmarks(Outline(0, _places.Count));
    }

    /// <summary>The places of a stretch, each with those below it that are further in.</summary>
    private List<BookmarkNode> Outline(int from, int to)
    {
        List<BookmarkNode> nodes = [];
        while (from < to)
        {
            var end = from + 1;
            while (end < to && _places[end].Level > _places[from].Level) end++;
            nodes.Add(new DocumentBookmarkNode(
                _places[from].Title, _places[from].Level, _places[from].Destination, Outline(from + 1, end)));
            from = end;
        }

        return nodes;
    }
}
