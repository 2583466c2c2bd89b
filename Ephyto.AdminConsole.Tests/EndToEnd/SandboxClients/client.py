"""A system in Python (zeep): loads the description from the sandbox and does one exchange with itself, and more."""
import json
import sys

from requests import Session
from zeep import Client
from zeep.exceptions import Fault
from zeep.transports import Transport

address, certificate, key, authority, code, content, stranger = sys.argv[1:]


def service(shown):
    session = Session()
    session.trust_env = False
    session.cert = shown
    session.verify = authority
    return Client(f"{address}?wsdl", transport=Transport(session=session, timeout=60, operation_timeout=60)).service


hub = service((certificate, key))

sent = hub.DeliverEnvelope(env={
    "From": code, "To": code, "CertificateType": 851, "CertificateStatus": 70, "NPPOCertificateNumber": "PY-1", "Content": content})
number = sent.hubDeliveryNumber
waiting = hub.GetImportEnvelopeHeaders(countryCode="")
pulled = hub.PULLSingleImportEnvelope(hubTrackingNumber=number)
said = hub.AdvancedAcknowledgeEnvelopeReceipt(hubTrackingNumber=number, warningMessage="seen")
tracked = hub.GetEnvelopeTrackingInfo(hubTrackingNumber=number)
lists = ["GetAdditionalDeclarations", "GetConditions", "GetIntendedUses", "GetMeanOfTransports", "GetPackageTypes", "GetPesticides",
         "GetProductDescriptions", "GetStatements", "GetTreatmentTypes", "GetUnitMeasures"]
unread = hub.DeliverEnvelope(env={
    "From": code, "To": code, "CertificateType": 851, "CertificateStatus": 70, "NPPOCertificateNumber": "PY-2",
    "Content": content}).hubDeliveryNumber
failed = hub.AcknowledgeFailedEnvelopeReceipt(hubTrackingNumber=unread, message="cannot be read")
told = hub.GetEnvelopeTrackingInfo(hubTrackingNumber=unread)
taken = hub.DeliverEnvelope(env={
    "From": code, "To": code, "CertificateType": 851, "CertificateStatus": 70, "NPPOCertificateNumber": "PY-4",
    "Content": content}).hubDeliveryNumber
hub.AcknowledgeEnvelopeReceipt(hubTrackingNumber=taken)
partner = hub.DeliverEnvelope(env={
    "From": code, "To": "XA", "CertificateType": 851, "CertificateStatus": 70, "NPPOCertificateNumber": "PY-3",
    "Content": content}).hubDeliveryNumber
try:
    service(stranger).GetProfile()
    unknown = None
except Fault as refused:
    unknown = refused.message
try:
    hub.AcknowledgeEnvelopeReceipt(hubTrackingNumber="none")
    fault = None
except Fault as refused:
    fault = refused.message
print(json.dumps({
    "number": number, "sent": sent.HUBTrackingInfo, "waiting": [header.hubDeliveryNumber for header in waiting],
    "partner": hub.GetEnvelopeTrackingInfo(hubTrackingNumber=partner).HUBTrackingInfo, "unknown": unknown,
    "taken": hub.GetEnvelopeTrackingInfo(hubTrackingNumber=taken).HUBTrackingInfo,
    "failed": failed, "told": told.hubDeliveryErrorMessage,
    "content": pulled.Content, "said": said, "tracked": tracked.HUBTrackingInfo, "fault": fault,
    "profile": hub.GetProfile().Country, "countries": [nppo.Country for nppo in hub.GetActiveNppos()],
    "findings": [finding.level for finding in hub.ValidatePhytoXML(ePhytoXML="<a>")],
    "rows": [len(getattr(hub, name)()) for name in lists],
}))
