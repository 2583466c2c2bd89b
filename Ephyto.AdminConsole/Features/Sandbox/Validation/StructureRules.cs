using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationArea;
using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationLevel;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>The root, the names and their namespaces, what stands twice, and the order.</summary>
internal static class StructureRules
{
    private const string Soap11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private const string Soap12 = "http://www.w3.org/2003/05/soap-envelope";

    /// <returns>Whether it is a certificate of the version that the Hub takes: the other rules speak of nothing else.</returns>
    public static bool Check(PhytoElement root, PhytoReport report)
    {
        if (root is not { Name: "SPSCertificate", Namespace: PhytoModel.Certificate })
        {
            var code = (root.Name, root.Namespace) switch
            {
                ("Envelope", Soap11 or Soap12) => "RootIsMessage",
                ("SPSCertificate", _) => "RootNamespace",
                _ => "RootUnknown",
            };
            report.Add(Schema, Severe, root, code, root.Name, root.Namespace.Length == 0 ? "—" : root.Namespace);
            return false;
        }

        if (HasWrongNamespaces(root, report)) return false;
        CheckChildren(root, report);
        return true;
    }

    /// <summary>One finding for each namespace that is wrong: all that is in it would be missing otherwise.</summary>
    private static bool HasWrongNamespaces(PhytoElement root, PhytoReport report)
    {
        HashSet<(string, string)> said = [];
        foreach (var element in root.WithAllBelow())
        {
            if (PhytoModel.NamespaceOf(element.Name) is not { } wanted || element.Namespace == wanted || IsInSignature(element)) continue;
            if (!said.Add((wanted, element.Namespace))) continue;
            report.Add(Schema, Severe, element, "NamespaceWrong", element.Name, element.Namespace.Length == 0 ? "—" : element.Namespace,
                wanted);
        }

        return said.Count > 0;
    }

    private static bool IsInSignature(PhytoElement element)
    {
        for (var at = element; at is not null; at = at.Parent)
        {
            if (at.Namespace == PhytoModel.Signature) return true;
        }

        return false;
    }

    private static void CheckChildren(PhytoElement root, PhytoReport report)
    {
        HashSet<(string, string)> unknown = [];
        HashSet<string> disordered = [];
        foreach (var element in root.WithAllBelow())
        {
            if (PhytoModel.ChildrenOf(element.Name) is not { } known) continue;
            HashSet<string> seen = [];
            var order = 0;
            foreach (var child in element.Children)
            {
                if (child.Namespace == PhytoModel.Signature) continue;
                if (!known.TryGetValue(child.Name, out var place))
                {
                    if (unknown.Add((element.Name, child.Name)))
                        report.Add(Schema, Info, child, "ElementUnknown", child.Name, element.Name);
                    continue;
                }

                if (!seen.Add(child.Name) && !place.Many) report.Add(Schema, Warning, child, "ElementTwice", child.Name);
                if (place.Order < order && disordered.Add(element.Name))
                    report.Add(Schema, Info, child, "ElementOrder", child.Name, element.Name);
                order = Math.Max(order, place.Order);
            }
        }
    }
}
