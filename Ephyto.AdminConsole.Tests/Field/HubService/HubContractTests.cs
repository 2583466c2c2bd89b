using System.Xml.Linq;
using System.Xml.Schema;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.Field.HubService;

/// <summary>The Hub's contract, with what is irregular in it: each of these has broken clients that were written from the rule.</summary>
public sealed class HubContractTests
{
    private const string Actions = "http://ephyto.ippc.int/IDeliveryService/";

    private static readonly HubContract Contract = new();

    [Fact]
    public void It_has_27_operations_each_with_a_request_and_an_answer_that_the_schemas_know()
    {
        Assert.Equal(27, Contract.Operations.Count);
        Assert.All(Contract.Operations.Values, operation =>
        {
            Assert.Equal(HubNames.Service + operation.Name, operation.Request);
            Assert.Equal(HubNames.Service + (operation.Name + "Response"), operation.Answer);
            Assert.Same(operation, Contract.CalledBy(operation.Request));
            Assert.Empty(Contract.Validate(new XElement(operation.Answer)));
        });
        Assert.Null(Contract.CalledBy(HubNames.Entities + "GetProfile"));
    }

    [Fact]
    public void The_schemas_compile_and_cover_all_seven_namespaces()
    {
        Assert.True(Contract.Schemas.IsCompiled);
        Assert.Equal(7, Contract.Schemas.Schemas().Cast<XmlSchema>().Select(schema => schema.TargetNamespace).Distinct().Count());
    }

    [Fact]
    public void One_soapAction_and_two_addressing_actions_are_not_the_name_of_their_operation()
    {
        Assert.Equal(["AdvancedAcknowledgeEnvelopeReceipt"], Differing(operation => operation.SoapAction));
        Assert.Equal(["AcknowledgeFailedEnvelopeReceipt", "AdvancedAcknowledgeEnvelopeReceipt"],
            Differing(operation => operation.RequestAction));
        Assert.Equal(Actions + "NegativeAcknowledgeEnvelopeReceipt",
            Contract.Operations["AdvancedAcknowledgeEnvelopeReceipt"].SoapAction);
        Assert.All(Contract.Operations.Values, operation => Assert.Equal($"{Actions}{operation.Name}Response", operation.AnswerAction));

        static IEnumerable<string> Differing(Func<HubOperation, string> action) => Contract.Operations.Values
            .Where(operation => action(operation) != Actions + operation.Name).Select(operation => operation.Name).Order();
    }

    [Theory]
    [InlineData("<e:PULLImportEnvelopeResponse><e:PULLImportEnvelopesResult/></e:PULLImportEnvelopeResponse>")]
    [InlineData("<e:AdvancedAcknowledgeEnvelopeReceiptResponse><e:return/></e:AdvancedAcknowledgeEnvelopeReceiptResponse>")]
    [InlineData("<e:AcknowledgeFailedEnvelopeReceiptResponse><e:return/></e:AcknowledgeFailedEnvelopeReceiptResponse>")]
    [InlineData("<e:GetStatementsResponse><e:Statement><active>true</active><docTypeOnly>0</docTypeOnly></e:Statement>"
        + "</e:GetStatementsResponse>")]
    [InlineData("<e:ValidatePhytoXMLResponse><e:ValidationResult><area>Schema</area><level>SEVERE</level></e:ValidationResult>"
        + "</e:ValidatePhytoXMLResponse>")]
    [InlineData("<e:DeliverEnvelope><e:env>{header}</e:env></e:DeliverEnvelope>")]
    [InlineData("<e:ValidateAndDeliverEnvelope><e:envelope>{header}</e:envelope></e:ValidateAndDeliverEnvelope>")]
    [InlineData("<e:DeliverPhytoEnvelope><e:ePhytoEnvelope>{header}<c:SPSCertificate/></e:ePhytoEnvelope></e:DeliverPhytoEnvelope>")]
    [InlineData("<e:DeliverCountryResponseEnvelope><e:CountryResponseEnvelope>{header}<a:SPSAcknowledgement/></e:CountryResponseEnvelope>"
        + "</e:DeliverCountryResponseEnvelope>")]
    [InlineData("<e:SetTrackingInfoUpdate><e:header>{header}<h:hubDeliveryNumber>1</h:hubDeliveryNumber>"
        + "<h:HUBTrackingInfo>New</h:HUBTrackingInfo><h:hubDeliveryErrorMessage/><h:Forwardings><h:EnvelopeForwarding><h:Code>a</h:Code>"
        + "<h:HubDeliveryNumber>2</h:HubDeliveryNumber></h:EnvelopeForwarding></h:Forwardings></e:header></e:SetTrackingInfoUpdate>")]
    [InlineData("<e:DeliverEnvelope><e:env>{header}<h:Forwardings/><h:Content/></e:env></e:DeliverEnvelope>")]
    [InlineData("<e:GetProfileResponse><e:GetProfileResult><h:Country>CI</h:Country><h:AllowedDocument active='true'><certificateType "
        + "number='851' value=''/><certificateStatus number='70'/></h:AllowedDocument><h:AllowedDocument "
        + "active='false'/><h:Signature><dn/><certificate/></h:Signature><h:ChannelRules><h:ChannelRule id='1' active='true' "
        + "ruleType='FORWARD' certificateType='851' certificateStatus='70' countryCode='LK' "
        + "direction='OUT'/></h:ChannelRules></e:GetProfileResult></e:GetProfileResponse>")]
    [InlineData("<e:GetAvailableChannelsResponse><e:GetAvailableChannelsResult><h:Channel Receive='true' "
        + "Send='false'><h:Code/><h:Name/></h:Channel></e:GetAvailableChannelsResult></e:GetAvailableChannelsResponse>")]
    [InlineData("<e:GetMeanOfTransportsResponse><e:MeanOfTransport><active>true</active><lang>EN</lang><modeCode>1</modeCode>"
        + "<usedTransportMean>ship</usedTransportMean></e:MeanOfTransport></e:GetMeanOfTransportsResponse>")]
    [InlineData("<e:GetPesticidesResponse><e:Pesticide><active>true</active><code>1</code><description/></e:Pesticide>"
        + "</e:GetPesticidesResponse>")]
    [InlineData("<e:GetUnitMeasuresResponse><e:UnitMeasure><active>true</active><code>KGM</code><name/><symbol>kg</symbol>"
        + "<type>WEIGHT</type></e:UnitMeasure></e:GetUnitMeasuresResponse>")]
    [InlineData("<e:HubWebException><e:message>no</e:message></e:HubWebException>")]
    public void What_is_irregular_fits(string body) => Assert.Empty(Contract.Validate(Parse(body)));

    [Theory]
    [InlineData("<e:PULLImportEnvelopeResponse><e:PULLImportEnvelopeResult/></e:PULLImportEnvelopeResponse>")]
    [InlineData("<e:AdvancedAcknowledgeEnvelopeReceiptResponse><e:AdvancedAcknowledgeEnvelopeReceiptResult/>"
        + "</e:AdvancedAcknowledgeEnvelopeReceiptResponse>")]
    [InlineData("<e:GetStatementsResponse><e:GetStatementsResult/></e:GetStatementsResponse>")]
    [InlineData("<e:GetStatementsResponse><e:Statement><e:active>true</e:active><e:docTypeOnly>0</e:docTypeOnly></e:Statement>"
        + "</e:GetStatementsResponse>")]
    [InlineData("<e:DeliverEnvelope><e:envelope>{header}</e:envelope></e:DeliverEnvelope>")]
    [InlineData("<e:ValidateAndDeliverEnvelope><e:env>{header}</e:env></e:ValidateAndDeliverEnvelope>")]
    [InlineData("<e:DeliverCountryResponseEnvelope><e:countryResponseEnvelope>{header}</e:countryResponseEnvelope>"
        + "</e:DeliverCountryResponseEnvelope>")]
    [InlineData("<e:DeliverEnvelope><e:env>{header}<h:Content/><h:Forwardings/></e:env></e:DeliverEnvelope>")]
    [InlineData("<e:DeliverEnvelope><e:env>{header}<h:HubDeliveryNumber>1</h:HubDeliveryNumber></e:env></e:DeliverEnvelope>")]
    [InlineData("<e:DeliverEnvelope><e:env><h:To>LK</h:To><h:From>CI</h:From></e:env></e:DeliverEnvelope>")]
    [InlineData("<e:GetProfileResponse><e:GetProfileResult><h:AllowedDocument/></e:GetProfileResult></e:GetProfileResponse>")]
    [InlineData("<e:GetProfileResponse><e:GetProfileResult><h:Signature><h:dn/></h:Signature></e:GetProfileResult></e:GetProfileResponse>")]
    [InlineData("<e:GetMeanOfTransportsResponse><e:MeanOfTransport><active>true</active><code>1</code></e:MeanOfTransport>"
        + "</e:GetMeanOfTransportsResponse>")]
    [InlineData("<e:GetPesticidesResponse><e:Pesticide><active>true</active><lang>EN</lang></e:Pesticide></e:GetPesticidesResponse>")]
    [InlineData("<e:AcknowledgeFailedEnvelopeReceipt><e:hubTrackingNumber>1</e:hubTrackingNumber></e:AcknowledgeFailedEnvelopeReceipt>")]
    [InlineData("<e:Nothing/>")]
    public void What_is_written_by_the_rule_instead_does_not_fit(string body) => Assert.NotEmpty(Contract.Validate(Parse(body)));

    [Fact]
    public void No_message_is_answered_with_more_findings_than_a_person_reads()
    {
        var body = Parse("<e:GetStatementsResponse/>");
        body.Add(Enumerable.Range(0, 100).Select(_ => new XElement(HubNames.Service + "Statement")));

        Assert.Equal(20, Contract.Validate(body).Count);
    }

    [Fact]
    public void The_misspelt_element_is_there_and_the_state_of_a_header_may_be_any_text()
    {
        Assert.Empty(Contract.Validate(new XElement(HubNames.Parts + "OcurrenceSPSLocation")));
        Assert.NotEmpty(Contract.Validate(new XElement(HubNames.Entities + "HUBTrackingInfo", "New")));
        Assert.Empty(Contract.Validate(new XElement(HubNames.Entities + "HUBTrackingInfo", "DeliveredNotReadable")));
    }

    [Fact]
    public void It_is_served_with_another_address_and_else_unchanged()
    {
        const string own = "https://sandbox.example/hub/DeliveryService?a=1&b=2";
        var served = Contract.WsdlAt(own);

        Assert.Contains("sandbox.example/hub/DeliveryService?a=1&amp;b=2\"", served, StringComparison.Ordinal);
        using var shipped = new MemoryStream(HubContract.ReadWsdl(HubEnvironment.Production));
        var original = XDocument.Load(shipped);
        var address = XName.Get("address", "http://schemas.xmlsoap.org/wsdl/soap/");
        original.Descendants(address).Single().SetAttributeValue("location", own);
        Assert.True(XNode.DeepEquals(original.Root, XDocument.Parse(served).Root));
    }

    [Theory]
    [InlineData(HubEnvironment.Test, "https://uat-hub.ephytoexchange.org/hub/DeliveryService")]
    [InlineData(HubEnvironment.Production, "https://hub.ephytoexchange.org/hub/DeliveryService")]
    public void As_a_file_it_names_the_address_of_its_environment_and_nothing_else_differs(HubEnvironment environment, string address)
    {
        using var shipped = new MemoryStream(HubContract.ReadWsdl(environment));

        Assert.True(XNode.DeepEquals(XDocument.Parse(Contract.WsdlAt(address)).Root, XDocument.Load(shipped).Root));
    }

    [Fact]
    public async Task A_client_that_is_strict_reads_it()
    {
        var python = await ClientTool.PythonWithZeepAsync();
        using var folder = new TemporaryDirectory();
        await File.WriteAllTextAsync(
            folder.File("hub.wsdl"), Contract.WsdlAt("https://localhost/hub"), TestContext.Current.CancellationToken);

        var read = await ClientTool.RunAsync(folder.Path, python, null, ["-m", "zeep", "hub.wsdl"]);

        Assert.All(Contract.Operations.Keys, name => Assert.Contains($" {name}(", read, StringComparison.Ordinal));
    }

    private static XElement Parse(string body) => XElement.Parse(
        $"<w xmlns:e='{HubNames.Service}' xmlns:h='{HubNames.Entities}' xmlns:c='{HubNames.Certificate}' "
            + $"xmlns:a='{HubNames.Acknowledgement}'>"
        + body.Replace("{header}", "<h:From>CI</h:From><h:To>LK</h:To><h:CertificateType>851</h:CertificateType>"
            + "<h:CertificateStatus>70</h:CertificateStatus><h:NPPOCertificateNumber>1</h:NPPOCertificateNumber>", StringComparison.Ordinal)
        + "</w>").Elements().Single();
}
