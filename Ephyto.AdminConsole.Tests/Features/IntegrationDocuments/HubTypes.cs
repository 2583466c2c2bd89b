using System.Xml;
using System.Xml.Schema;
using Ephyto.AdminConsole.Field.HubService;

namespace Ephyto.AdminConsole.Tests.Features.IntegrationDocuments;

/// <summary>What the WSDL says of parameters and entities, in the way in which the API description lists them.</summary>
internal static class HubTypes
{
    public static HubContract Contract { get; } = new();

    /// <summary>A field of an entity or a parameter of an operation.</summary>
    /// <param name="Name">An attribute begins with <c>@</c>.</param>
    /// <param name="Type">A list ends with <c>[]</c>.</param>
    /// <param name="IsMandatory">Whether a message without it does not fit.</param>
    public sealed record Field(string Name, string Type, bool IsMandatory);

    /// <summary>The entities that requests and answers are made of; what stands inside a typed certificate is none of them.</summary>
    public static IReadOnlySet<string> Entities { get; } = Reached();

    public static IEnumerable<Field> ParametersOf(HubOperation operation) => FieldsOf(TypeOf(operation.Request));

    public static IEnumerable<Field> FieldsOf(string entity) => FieldsOf(Types().Single(type => type.Name == entity
        && type.QualifiedName.Namespace != HubNames.Parts.NamespaceName));

    private static IEnumerable<Field> FieldsOf(XmlSchemaComplexType type)
    {
        var (particle, attributes) = type.ContentModel?.Content is XmlSchemaComplexContentExtension own
            ? (own.Particle, own.Attributes) : (type.Particle, type.Attributes);
        foreach (var element in ((particle as XmlSchemaSequence)?.Items ?? []).Cast<XmlSchemaElement>())
            yield return new(element.QualifiedName.Name, NameOf(element), element.MinOccurs > 0);
        foreach (var attribute in attributes.Cast<XmlSchemaAttribute>())
            yield return new($"@{attribute.Name}", attribute.SchemaTypeName.Name, attribute.Use == XmlSchemaUse.Required);
    }

    private static string NameOf(XmlSchemaElement element)
    {
        var type = element.ElementSchemaType!.QualifiedName.Name;
        return type.StartsWith("ArrayOf", StringComparison.Ordinal) ? $"{ItemOf(element).Name}[]"
            : element.MaxOccurs > 1 ? $"{type}[]" : type;
    }

    /// <summary>What a list holds: its only element's type.</summary>
    private static XmlQualifiedName ItemOf(XmlSchemaElement list) =>
        ((XmlSchemaElement)((XmlSchemaSequence)((XmlSchemaComplexType)list.ElementSchemaType!).ContentTypeParticle).Items[0])
            .ElementSchemaType!.QualifiedName;

    private static HashSet<string> Reached()
    {
        var (reached, waiting) = (new HashSet<string>(), new Queue<XmlSchemaComplexType>());
        foreach (var operation in Contract.Operations.Values)
        {
            waiting.Enqueue(TypeOf(operation.Request));
            waiting.Enqueue(TypeOf(operation.Answer));
        }

        while (waiting.TryDequeue(out var type))
        {
            foreach (var name in FieldsOf(type).Select(field => field.Type.Replace("[]", "", StringComparison.Ordinal)))
                if (!name.StartsWith("SPS", StringComparison.Ordinal) && Types().FirstOrDefault(t => t.Name == name) is { } found
                    && reached.Add(name))
                    waiting.Enqueue(found);
        }

        return reached;
    }

    private static XmlSchemaComplexType TypeOf(System.Xml.Linq.XName element) =>
        (XmlSchemaComplexType)((XmlSchemaElement)Contract.Schemas.GlobalElements[
            new XmlQualifiedName(element.LocalName, element.NamespaceName)]!).ElementSchemaType!;

    private static IEnumerable<XmlSchemaComplexType> Types() => Contract.Schemas.GlobalTypes.Values.OfType<XmlSchemaComplexType>();
}
