using System.Globalization;
using System.Net;
using System.Text;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;

/// <summary>A sequence diagram as a picture for the eye and as a list for everybody else.</summary>
internal static class SequenceSvg
{
    private const int Lane = 250;
    private const int Top = 44;
    private const int Step = 46;

    public static string Write(SequenceDiagram diagram)
    {
        var (width, height) = (diagram.Participants.Count * Lane, Top + (diagram.Messages.Count * Step) + 24);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<figure class=\"sequence\" tabindex=\"0\"><svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" "
                + $"aria-hidden=\"true\">");
        foreach (var (index, name) in diagram.Participants.Index())
        {
            var x = MiddleOf(index);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"lane\" x1=\"{x}\" y1=\"{Top}\" x2=\"{x}\" y2=\"{height - 8}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"who\" x=\"{x - 80}\" y=\"8\" width=\"160\" height=\"32\" rx=\"6\"/>");
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"who-name\" x=\"{x}\" y=\"29\" text-anchor=\"middle\">{Encode(name)}</text>");
        }

        foreach (var (index, message) in diagram.Messages.Index()) Draw(svg, message, Top + ((index + 1) * Step));
        svg.Append("</svg><ol class=\"visually-hidden\">");
        foreach (var message in diagram.Messages)
            svg.Append(CultureInfo.InvariantCulture,
                $"<li>{Encode(diagram.Participants[message.From])} → {Encode(diagram.Participants[message.To])}: "
                    + $"{Encode(message.Text)}</li>");
        return svg.Append("</ol></figure>").ToString();
    }

    private static void Draw(StringBuilder svg, SequenceMessage message, int y)
    {
        var (from, to) = (MiddleOf(message.From), MiddleOf(message.To));
        var kind = message.IsAnswer ? "answer" : "call";
        // Whoever talks to themselves gets a loop to the right.
        if (from == to) to = from + 40;
        var head = to > from ? -8 : 8;
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{kind}\" x1=\"{from}\" y1=\"{y}\" x2=\"{to}\" y2=\"{y}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<polygon class=\"head\" points=\"{to},{y} {to + head},{y - 4} {to + head},{y + 4}\"/>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{(from + to) / 2}\" y=\"{y - 8}\" text-anchor=\"middle\">{Encode(message.Text)}</text>");
    }

    private static int MiddleOf(int participant) => (participant * Lane) + (Lane / 2);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
