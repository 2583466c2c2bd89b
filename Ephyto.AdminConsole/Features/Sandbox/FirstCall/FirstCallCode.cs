using Ephyto.AdminConsole.Features.Sandbox.Pages;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Connections;

namespace Ephyto.AdminConsole.Features.Sandbox.FirstCall;

/// <summary>A first call for the usual clients, filled in for one connection, to copy and run as it is.</summary>
/// <param name="address">Of the service.</param>
/// <param name="code">Of the connection: the files of its key are called after it.</param>
/// <param name="operation">Which call.</param>
internal sealed partial class FirstCallCode(string address, string code, FirstOperation operation)
{
    /// <summary>As the console offers it for download.</summary>
    public const string ServerFile = SandboxCertificates.ServerFile;

    /// <summary>What the envelope carries: plainly no certificate.</summary>
    private const string Content = "<Sample>No certificate</Sample>";

    /// <summary>By which one compares the certificate that a client shows with the one that was uploaded.</summary>
    public string Fingerprint => $"openssl x509 -in {KeyFile}.pem -noout -fingerprint -sha256";

    // As the command lines on the page of the digital certificates name them.
    private string KeyFile => $"ephyto-{code.ToLowerInvariant()}-client";

    private string Number => $"{code}-FIRST-CALL";

    /// <summary>A certificate that may stand in the envelope in place of the few letters; its number is that of the envelope.</summary>
    public string SampleAt(DateTime now) =>
        SampleCertificate.Make(new(code, code, (int)PhytoType.Phytosanitary, (int)PhytoStatus.Issued, Number), now);

    private bool Sends => operation == FirstOperation.Send;

    private string Operation => Sends ? "DeliverEnvelope" : "GetProfile";

    private string Action => HubNames.ActionOf(Operation);

    /// <summary>The whole request, for clients that know no SOAP.</summary>
    private string Request => $"""
        <soapenv:Envelope xmlns:soapenv="{HubNames.Soap}"
            xmlns:eph="{HubNames.Service}" xmlns:hub="{HubNames.Entities}">
          <soapenv:Body>
        {(Sends ? Envelope : "    <eph:GetProfile/>")}
          </soapenv:Body>
        </soapenv:Envelope>
        """;

    private string Envelope => $"""
            <eph:DeliverEnvelope>
              <eph:env>
                <hub:From>{code}</hub:From>
                <hub:To>{code}</hub:To>
                <hub:CertificateType>851</hub:CertificateType>
                <hub:CertificateStatus>70</hub:CertificateStatus>
                <hub:NPPOCertificateNumber>{Number}</hub:NPPOCertificateNumber>
                <hub:Content><![CDATA[{Content}]]></hub:Content>
              </eph:env>
            </eph:DeliverEnvelope>
        """;

    /// <summary>For a POSIX shell. curl asks for the passphrase of the key.</summary>
    public string Curl => $"""
        curl --cert {KeyFile}.pem --key {KeyFile}.key --cacert {ServerFile} \
          --header 'Content-Type: text/xml; charset=UTF-8' \
          --header 'SOAPAction: "{Action}"' \
          --data-binary @- '{address}' <<'XML'
        {Request}
        XML
        """;

    /// <summary>With zeep 4. OpenSSL asks for the passphrase of the key.</summary>
    public string Python => $"""
        from ssl import create_default_context

        from requests import Session
        from requests.adapters import HTTPAdapter
        from zeep import Client
        from zeep.transports import Transport


        class WithKey(HTTPAdapter):
            def init_poolmanager(self, *args, **kwargs):
                context = create_default_context(cafile="{ServerFile}")
                context.load_cert_chain("{KeyFile}.pem", "{KeyFile}.key")
                super().init_poolmanager(*args, ssl_context=context, **kwargs)


        session = Session()
        session.trust_env = False
        session.verify = "{ServerFile}"
        session.mount("https://", WithKey())
        client = Client("{address}?wsdl", transport=Transport(session=session))
        {(Sends ? PythonSends : "print(client.service.GetProfile())")}
        """;

    private string PythonSends => $$"""
        print(client.service.DeliverEnvelope(env={
            "From": "{{code}}",
            "To": "{{code}}",
            "CertificateType": 851,
            "CertificateStatus": 70,
            "NPPOCertificateNumber": "{{Number}}",
            "Content": "{{Content}}",
        }))
        """;
}
