using System.Text;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>An element as it was read: the prefix it was written with does not matter.</summary>
internal sealed class PhytoElement(PhytoElement? parent, string space, string name)
{
    private readonly List<PhytoElement> _children = [];
    private StringBuilder? _pieces;
    private string _text = "";

    /// <summary>Its local name.</summary>
    public string Name { get; } = name;

    public string Namespace { get; } = space;

    public PhytoElement? Parent { get; } = parent;

    public IReadOnlyList<PhytoElement> Children => _children;

    /// <summary>By local name.</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Its own text, without the space around it.</summary>
    public string Text
    {
        get
        {
            if (_pieces is null) return _text;
            (_text, _pieces) = (_pieces.ToString().Trim(), null);
            return _text;
        }
    }

    /// <summary>Where it stands: local names from the root on, with a number where its parent has several of the name.</summary>
    public string Path
    {
        get
        {
            if (Parent is null) return Name;
            var alike = Parent.All(Name).ToList();
            var number = alike.Count > 1 ? $"[{alike.IndexOf(this) + 1}]" : "";
            return $"{Parent.Path}/{Name}{number}";
        }
    }

    public PhytoElement Add(string space, string name)
    {
        PhytoElement child = new(this, space, name);
        _children.Add(child);
        return child;
    }

    public void Append(string text) => (_pieces ??= new(_text)).Append(text);

    public IEnumerable<PhytoElement> All(string name) => _children.Where(child => child.Name == name);

    public PhytoElement? Child(string name) => _children.Find(child => child.Name == name);

    /// <summary>The first element below it at a path of local names.</summary>
    public PhytoElement? Find(string path)
    {
        var at = this;
        foreach (var name in path.Split('/'))
        {
            at = at.Child(name);
            if (at is null) return null;
        }

        return at;
    }

    /// <summary>The text at a path; empty where nothing is there.</summary>
    public string TextOf(string path) => Find(path)?.Text ?? "";

    /// <summary>It and all that is in it, in the order of the document.</summary>
    public IEnumerable<PhytoElement> WithAllBelow()
    {
        Stack<PhytoElement> open = new([this]);
        while (open.TryPop(out var element))
        {
            yield return element;
            for (var i = element._children.Count - 1; i >= 0; i--) open.Push(element._children[i]);
        }
    }
}
