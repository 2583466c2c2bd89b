using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Field.HubService;

/// <summary>
/// The contract of the Hub's web service, as <c>hub.wsdl</c> beside this file has it: what there is to call, and which requests and answers
/// fit. It is read once and may be asked by many at a time.
/// </summary>
internal sealed class HubContract
{
    /// <summary>As many findings as a person reads of one message.</summary>
    private const int MostFindings = 20;

    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private static readonly XNamespace WsdlSoap = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static readonly XNamespace Addressing = "http://www.w3.org/2007/05/addressing/metadata";
    private static readonly XNamespace Schema = XmlSchema.Namespace;

    private readonly XElement _definitions = XDocument.Load(Open(), LoadOptions.PreserveWhitespace).Root!;
    private readonly Dictionary<XName, HubOperation> _byRequest;

    public HubContract()
    {
        Schemas = Compile(_definitions);
        Operations = ReadOperations(_definitions).ToDictionary(operation => operation.Name);
        _byRequest = Operations.Values.ToDictionary(operation => operation.Request);
    }

    /// <summary>The 27 operations by their names, such as <c>GetProfile</c>.</summary>
    public IReadOnlyDictionary<string, HubOperation> Operations { get; }

    /// <summary>All schemas of the WSDL, compiled. Only to be read.</summary>
    public XmlSchemaSet Schemas { get; }

    /// <summary>The operation that a request calls. The soapAction is not asked: clients leave it empty, and one is another name.</summary>
    /// <param name="request">Name of the element in the SOAP body.</param>
    /// <returns>None where the Hub has no such operation.</returns>
    public HubOperation? CalledBy(XName request) => _byRequest.GetValueOrDefault(request);

    /// <summary>What a caller says that it calls, where nothing else of the call is read.</summary>
    /// <param name="action">Of the header <c>SOAPAction</c>, without quotes.</param>
    /// <returns>None where it is no action of the contract.</returns>
    public HubOperation? NamedBy(string action) =>
        Operations.Values.FirstOrDefault(operation => operation.SoapAction == action || HubNames.ActionOf(operation.Name) == action);

    /// <summary>What of an element of a SOAP body, with all that is in it, does not fit the schemas.</summary>
    /// <param name="element">A request, an answer, or the detail of a fault.</param>
    /// <returns>Findings in the words of the XML reader, in English, the first twenty at most; none where all fits.</returns>
    public IReadOnlyList<string> Validate(XElement element)
    {
        if (!Schemas.GlobalElements.Contains(new XmlQualifiedName(element.Name.LocalName, element.Name.NamespaceName)))
            return [$"The schemas have no element '{element.Name}'."];
        var findings = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas };
        settings.ValidationEventHandler += (_, finding) => findings.Add(finding.Message);
        using var inner = element.CreateReader();
        using var reader = XmlReader.Create(inner, settings);
        while (findings.Count < MostFindings && reader.Read()) { }
        return findings;
    }

    /// <summary>The WSDL for whoever offers the service elsewhere than the Hub: the same with another address.</summary>
    /// <param name="address">Where the service is called.</param>
    /// <returns>A whole document with its XML declaration, to be sent as <c>text/xml</c> in UTF-8.</returns>
    public string WsdlAt(string address)
    {
        var copy = new XElement(_definitions);
        copy.Descendants(WsdlSoap + "address").Single().SetAttributeValue("location", address);
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{copy.ToString(SaveOptions.DisableFormatting)}\n";
    }

    /// <summary>
    /// The WSDL letter by letter as it is shipped, with the address of the Hub in an environment: clients take their address from it.
    /// </summary>
    public static byte[] ReadWsdl(HubEnvironment environment)
    {
        using var reader = new StreamReader(Open(), Encoding.UTF8);
        return Encoding.UTF8.GetBytes(reader.ReadToEnd().Replace(
            AddressIn(HubEnvironment.Production), AddressIn(environment), StringComparison.Ordinal));
    }

    /// <summary>Where the Hub's service is called.</summary>
    public static string AddressIn(HubEnvironment environment) => environment == HubEnvironment.Production
        ? "https://hub.ephytoexchange.org/hub/DeliveryService" : "https://uat-hub.ephytoexchange.org/hub/DeliveryService";

    private static Stream Open() => typeof(HubContract).Assembly.GetManifestResourceStream("hub.wsdl")
        ?? throw new InvalidOperationException("The WSDL of the Hub is not there.");

    private static XmlSchemaSet Compile(XElement definitions)
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var schema in definitions.Elements(Wsdl + "types").Elements(Schema + "schema"))
        {
            using var reader = schema.CreateReader();
            schemas.Add(null, reader);
        }
        schemas.Compile();
        return schemas;
    }

    private static IEnumerable<HubOperation> ReadOperations(XElement definitions)
    {
        var service = XNamespace.Get((string)definitions.Attribute("targetNamespace")!);
        var actions = definitions.Element(Wsdl + "binding")!.Elements(Wsdl + "operation").ToDictionary(
            Name, operation => (string)operation.Element(WsdlSoap + "operation")!.Attribute("soapAction")!);
        return from operation in definitions.Element(Wsdl + "portType")!.Elements(Wsdl + "operation")
               let name = Name(operation)
               select new HubOperation(name, actions[name], Action(operation, "input"), Action(operation, "output"),
                   ElementOf(operation, "input"), ElementOf(operation, "output"));

        static string Name(XElement element) => (string)element.Attribute("name")!;

        static string Action(XElement operation, string way) => (string)operation.Element(Wsdl + way)!.Attribute(Addressing + "Action")!;

        XName ElementOf(XElement operation, string way)
        {
            var message = Local((string)operation.Element(Wsdl + way)!.Attribute("message")!);
            var part = definitions.Elements(Wsdl + "message").Single(m => Name(m) == message).Element(Wsdl + "part")!;
            return service + Local((string)part.Attribute("element")!);
        }

        static string Local(string qualified) => qualified[(qualified.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}

/// <summary>An operation of the Hub's web service.</summary>
/// <param name="Name">Such as <c>GetProfile</c>.</param>
/// <param name="SoapAction">What a client sends as <c>SOAPAction</c>: once another name than the operation's.</param>
/// <param name="RequestAction">What WS-Addressing calls the request: twice another name than the operation's.</param>
/// <param name="AnswerAction">What WS-Addressing calls the answer.</param>
/// <param name="Request">The element in the SOAP body of a request.</param>
/// <param name="Answer">The element in the SOAP body of an answer.</param>
internal sealed record HubOperation(string Name, string SoapAction, string RequestAction, string AnswerAction, XName Request, XName Answer)
{
    /// <summary>Whether a client may say so when it calls it: the contract and the libraries have several names for one.</summary>
    /// <param name="action">Of the header <c>SOAPAction</c>, without quotes; many clients leave it empty.</param>
    public bool IsNamed(string action) =>
        action is "" || action == SoapAction || action == RequestAction || action == Name || action == HubNames.ActionOf(Name);
}

/// <summary>Namespaces of the Hub's web service.</summary>
internal static class HubNames
{
    /// <summary>Operations, their parameters and results; not the fields of profiles, code lists and findings, which have none.</summary>
    public static readonly XNamespace Service = "http://ephyto.ippc.int/";

    /// <summary>Envelopes, profiles and channels, and the fields of them.</summary>
    public static readonly XNamespace Entities = "http://ephyto.ippc.int/HUB.Entities";

    /// <summary>A certificate as typed XML.</summary>
    public static readonly XNamespace Certificate = "urn:un:unece:uncefact:data:standard:SPSCertificate:17";

    /// <summary>A country's response as typed XML.</summary>
    public static readonly XNamespace Acknowledgement = "urn:un:unece:uncefact:data:standard:SPSAcknowledgement:17";

    /// <summary>What stands in either of them.</summary>
    public static readonly XNamespace Parts = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:21";

    /// <summary>SOAP 1.1.</summary>
    public static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    /// <summary>What a client sends as <c>SOAPAction</c>; of one operation the contract has another name there.</summary>
    public static string ActionOf(string operation) => $"{Service}IDeliveryService/{operation}";
}
