// A system in JavaScript that receives by push (soap of npm as a server), by the description of the Hub's own service. It lets in the
// Hub alone, and says in a line of JSON what it got.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import soap from 'soap';

const [cert, key, ca] = process.argv.slice(2, 5).map(file => readFileSync(file));
const xml = readFileSync(process.argv[5], 'utf8');
const hear = (operation, header, request) => console.log(JSON.stringify({
  operation, from: header.From, to: header.To, certificate: header.NPPOCertificateNumber, number: header.hubDeliveryNumber,
  state: header.HUBTrackingInfo, words: header.hubDeliveryErrorMessage, content: header.Content,
  shown: request.socket.getPeerCertificate().fingerprint256.replaceAll(':', ''),
}));
const services = {
  DeliveryService: {
    IDeliveryServiceImplPort: {
      DeliverEnvelope({ env }, _, __, request) {
        hear('DeliverEnvelope', env, request);
        if (env.NPPOCertificateNumber.startsWith('DOWN')) throw new Error('down for the night');
        const { Content, ...header } = env;
        // The library writes names without a prefix into the namespace of the operation.
        return {
          DeliverEnvelopeResult: env.From === 'XF' ? Object.fromEntries(Object.entries(
            { ...header, HUBTrackingInfo: 'DeliveredWithWarnings', hubDeliveryErrorMessage: 'a sample' },
          ).map(([name, value]) => [`hub:${name}`, value])) : header,
        };
      },
      SetTrackingInfoUpdate({ header }, _, __, request) {
        hear('SetTrackingInfoUpdate', header, request);
        return {};
      },
    },
  },
};
const server = createServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true });
server.listen(0, '127.0.0.1', () => {
  // Without it, the library takes away white space at both ends of a content, and wherever it reads a long one in parts.
  soap.listen(server, { path: '/hub', services, xml }).wsdl.options.preserveWhitespace = true;
  console.log(server.address().port);
});
