// A system in JavaScript (soap of npm): loads the description from the sandbox and does one exchange with itself, and more.
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import soap from 'soap';

const [address, pem, keyFile, authority, code, content, stranger] = process.argv.slice(2);
const [cert, key, ca, other] = [pem, keyFile, authority, stranger].map(file => readFileSync(file));
const service = async (key, cert) => {
  const client = await soap.createClientAsync(`${address}?wsdl`, { wsdl_options: { httpsAgent: new Agent({ cert, key, ca }) } });
  client.setSecurity(new soap.ClientSSLSecurity(key, cert, ca, {}));
  return client;
};
const hub = await service(key, cert);
const call = async (operation, said = {}) => (await hub[`${operation}Async`](said))[0];
const list = found => (found === undefined || found === null ? [] : [found].flat());

const sent = (await call('DeliverEnvelope', {
  env: { From: code, To: code, CertificateType: 851, CertificateStatus: 70, NPPOCertificateNumber: 'NODE-1', Content: content },
})).DeliverEnvelopeResult;
const number = sent.hubDeliveryNumber;
const waiting = list((await call('GetImportEnvelopeHeaders')).GetImportEnvelopeHeadersResult.EnvelopeHeader);
const pulled = (await call('PULLSingleImportEnvelope', { hubTrackingNumber: number })).PULLSingleImportEnvelopeResult;
const said = (await call('AdvancedAcknowledgeEnvelopeReceipt', { hubTrackingNumber: number, warningMessage: 'seen' })).return;
const tracked = (await call('GetEnvelopeTrackingInfo', { hubTrackingNumber: number })).GetEnvelopeTrackingInfoResult;
const unread = (await call('DeliverEnvelope', {
  env: { From: code, To: code, CertificateType: 851, CertificateStatus: 70, NPPOCertificateNumber: 'NODE-2', Content: content },
})).DeliverEnvelopeResult.hubDeliveryNumber;
const failed = (await call('AcknowledgeFailedEnvelopeReceipt', { hubTrackingNumber: unread, message: 'cannot be read' })).return;
const told = (await call('GetEnvelopeTrackingInfo', { hubTrackingNumber: unread })).GetEnvelopeTrackingInfoResult;
const taken = (await call('DeliverEnvelope', {
  env: { From: code, To: code, CertificateType: 851, CertificateStatus: 70, NPPOCertificateNumber: 'NODE-4', Content: content },
})).DeliverEnvelopeResult.hubDeliveryNumber;
await call('AcknowledgeEnvelopeReceipt', { hubTrackingNumber: taken });
const partner = (await call('DeliverEnvelope', {
  env: { From: code, To: 'XA', CertificateType: 851, CertificateStatus: 70, NPPOCertificateNumber: 'NODE-3', Content: content },
})).DeliverEnvelopeResult.hubDeliveryNumber;
const unknown = await (await service(other, other)).GetProfileAsync({}).then(() => null, refused => refused.message);
const fault = await call('AcknowledgeEnvelopeReceipt', { hubTrackingNumber: 'none' }).then(() => null, refused => refused.message);
console.log(JSON.stringify({
  number, sent: sent.HUBTrackingInfo, waiting: waiting.map(header => header.hubDeliveryNumber), content: pulled.Content, said,
  partner: (await call('GetEnvelopeTrackingInfo', { hubTrackingNumber: partner })).GetEnvelopeTrackingInfoResult.HUBTrackingInfo, unknown,
  taken: (await call('GetEnvelopeTrackingInfo', { hubTrackingNumber: taken })).GetEnvelopeTrackingInfoResult.HUBTrackingInfo,
  tracked: tracked.HUBTrackingInfo, failed, told: told.hubDeliveryErrorMessage, fault,
  profile: (await call('GetProfile')).GetProfileResult.Country,
  countries: list((await call('GetActiveNppos')).GetActiveNpposResult.Nppo).map(nppo => nppo.Country),
  findings: list((await call('ValidatePhytoXML', { ePhytoXML: '<a>' })).ValidationResult).map(finding => finding.level),
  rows: [list((await call('GetStatements')).Statement).length, list((await call('GetUnitMeasures')).UnitMeasure).length],
}));
