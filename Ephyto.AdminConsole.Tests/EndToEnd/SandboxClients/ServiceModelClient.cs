using System.Collections.ObjectModel;
using System.IdentityModel.Selectors;
using System.Security.Cryptography.X509Certificates;
using System.ServiceModel;
using System.ServiceModel.Security;
using System.Xml.Serialization;

namespace Ephyto.AdminConsole.Tests.EndToEnd.SandboxClients;

/// <summary>A system in .NET (System.ServiceModel), with a contract as the tools write one out of the WSDL.</summary>
internal sealed class ServiceModelClient : IDisposable
{
    private readonly ChannelFactory<IHubService> _factory;

    public ServiceModelClient(Uri address, X509Certificate2 certificate, string serverPem)
    {
        var binding = new BasicHttpsBinding(BasicHttpsSecurityMode.Transport);
        binding.Security.Transport.ClientCredentialType = HttpClientCredentialType.Certificate;
        _factory = new(binding, new EndpointAddress(address));
        _factory.Credentials.ClientCertificate.Certificate = certificate;
        _factory.Credentials.ServiceCertificate.SslCertificateAuthentication = new()
        {
            CertificateValidationMode = X509CertificateValidationMode.Custom,
            CustomCertificateValidator = new OnlyOne(X509Certificate2.CreateFromPem(serverPem)),
        };
        Service = _factory.CreateChannel();
    }

    public IHubService Service { get; }

    public void Dispose() => ((IDisposable)_factory).Dispose();

    private sealed class OnlyOne(X509Certificate2 trusted) : X509CertificateValidator
    {
        public override void Validate(X509Certificate2 certificate) => Assert.Equal(trusted.Thumbprint, certificate.Thumbprint);
    }
}

[ServiceContract(Namespace = HubXml.Service, Name = "IDeliveryService")]
[XmlSerializerFormat(SupportFaults = true)]
public interface IHubService
{
    [OperationContract(Action = HubXml.Actions + "GetProfile", ReplyAction = "*")]
    [return: MessageParameter(Name = "GetProfileResult")]
    Task<HubProfile> GetProfileAsync();

    [OperationContract(Action = HubXml.Actions + "DeliverEnvelope", ReplyAction = "*")]
    [return: MessageParameter(Name = "DeliverEnvelopeResult")]
    Task<HubHeader> DeliverEnvelopeAsync([MessageParameter(Name = "env")] HubEnvelope envelope);

    [OperationContract(Action = HubXml.Actions + "GetImportEnvelopeHeaders", ReplyAction = "*")]
    [return: MessageParameter(Name = "GetImportEnvelopeHeadersResult")]
    Task<HubHeaders> GetImportEnvelopeHeadersAsync(string? countryCode);

    [OperationContract(Action = HubXml.Actions + "PULLSingleImportEnvelope", ReplyAction = "*")]
    [return: MessageParameter(Name = "PULLSingleImportEnvelopeResult")]
    Task<HubEnvelope> PULLSingleImportEnvelopeAsync(string hubTrackingNumber);

    [OperationContract(Action = HubXml.Actions + "AcknowledgeEnvelopeReceipt", ReplyAction = "*")]
    Task AcknowledgeEnvelopeReceiptAsync(string hubTrackingNumber);

    [OperationContract(Action = HubXml.Actions + "AdvancedAcknowledgeEnvelopeReceipt", ReplyAction = "*")]
    [return: MessageParameter(Name = "return")]
    Task<string> AdvancedAcknowledgeEnvelopeReceiptAsync(string hubTrackingNumber, string warningMessage);

    [OperationContract(Action = HubXml.Actions + "AcknowledgeFailedEnvelopeReceipt", ReplyAction = "*")]
    [return: MessageParameter(Name = "return")]
    Task<string> AcknowledgeFailedEnvelopeReceiptAsync(string hubTrackingNumber, string message);

    [OperationContract(Action = HubXml.Actions + "ValidatePhytoXML", ReplyAction = "*")]
    Task<HubFindings> ValidatePhytoXMLAsync(HubValidation request);

    [OperationContract(Action = HubXml.Actions + "GetEnvelopeTrackingInfo", ReplyAction = "*")]
    [return: MessageParameter(Name = "GetEnvelopeTrackingInfoResult")]
    Task<HubHeader> GetEnvelopeTrackingInfoAsync(string hubTrackingNumber);
}

/// <summary>Names of the contract.</summary>
internal static class HubXml
{
    public const string Service = "http://ephyto.ippc.int/";
    public const string Entities = "http://ephyto.ippc.int/HUB.Entities";
    public const string Actions = "http://ephyto.ippc.int/IDeliveryService/";
}

[XmlType(Namespace = HubXml.Entities)]
public sealed class HubProfile
{
    public string? Country { get; set; }
}

[MessageContract(WrapperName = "ValidatePhytoXML", WrapperNamespace = HubXml.Service)]
public sealed class HubValidation
{
    [MessageBodyMember(Name = "ePhytoXML", Namespace = HubXml.Service)]
    public string? Content { get; set; }
}

[MessageContract(WrapperName = "ValidatePhytoXMLResponse", WrapperNamespace = HubXml.Service)]
public sealed class HubFindings
{
    [MessageBodyMember(Namespace = HubXml.Service), XmlElement("ValidationResult")]
    public HubFinding[]? Findings { get; set; }
}

[XmlType(Namespace = HubXml.Service)]
public sealed class HubFinding
{
    [XmlElement("level", Form = System.Xml.Schema.XmlSchemaForm.Unqualified)]
    public string? Level { get; set; }
}

[XmlType(Namespace = HubXml.Entities)]
public class HubHeader
{
    public string? From { get; set; }

    public string? To { get; set; }

    public int CertificateType { get; set; }

    public int CertificateStatus { get; set; }

    public string? NPPOCertificateNumber { get; set; }

    [XmlElement("hubDeliveryNumber")]
    public string? HubDeliveryNumber { get; set; }

    public string? HUBTrackingInfo { get; set; }
}

[XmlType(Namespace = HubXml.Entities)]
public sealed class HubHeaders
{
    [XmlElement("EnvelopeHeader")]
    public Collection<HubHeader> Headers { get; } = [];
}

[XmlType(Namespace = HubXml.Entities)]
public sealed class HubEnvelope : HubHeader
{
    public string? Content { get; set; }
}
