"""A system that receives by push, in Python without any library: it lets in the Hub alone, and says in a line of JSON what it got."""
import hashlib
import json
import ssl
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.etree import ElementTree

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
HUB = "http://ephyto.ippc.int/"
ENTITIES = "http://ephyto.ippc.int/HUB.Entities"
certificate, key, hub = sys.argv[1:4]


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        message = ElementTree.fromstring(self.rfile.read(int(self.headers["Content-Length"])))
        call = message.find(f"{{{SOAP}}}Body")[0]
        operation, header = call.tag.split("}")[1], call[0]
        said = {part.tag.split("}")[1]: part.text or "" for part in header}
        shown = hashlib.sha256(self.connection.getpeercert(binary_form=True)).hexdigest().upper()
        print(json.dumps({
            "operation": operation, "from": said["From"], "to": said["To"], "certificate": said["NPPOCertificateNumber"],
            "number": said["hubDeliveryNumber"], "state": said["HUBTrackingInfo"], "words": said.get("hubDeliveryErrorMessage"),
            "content": said.get("Content"), "shown": shown}), flush=True)
        answer = ElementTree.Element(f"{{{HUB}}}{operation}Response")
        if operation == "DeliverEnvelope":
            result = ElementTree.SubElement(answer, f"{{{HUB}}}DeliverEnvelopeResult")
            if said["From"] == "XF":
                said |= {"HUBTrackingInfo": "DeliveredWithWarnings", "hubDeliveryErrorMessage": "a sample"}
            for name in [name for name in said if name != "Content"]:
                ElementTree.SubElement(result, f"{{{ENTITIES}}}{name}").text = said[name]
        if said["NPPOCertificateNumber"].startswith("DOWN"):
            answer = ElementTree.Element(f"{{{SOAP}}}Fault")
            ElementTree.SubElement(answer, "faultcode").text = "Server"
            ElementTree.SubElement(answer, "faultstring").text = "down for the night"
        envelope = ElementTree.Element(f"{{{SOAP}}}Envelope")
        ElementTree.SubElement(envelope, f"{{{SOAP}}}Body").append(answer)
        self.send_response(500 if answer.tag.endswith("Fault") else 200)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.end_headers()
        self.wfile.write(ElementTree.tostring(envelope, "utf-8"))

    def log_message(self, *args):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=hub)
tls.verify_mode = ssl.CERT_REQUIRED
tls.load_cert_chain(certificate, key)
server.socket = tls.wrap_socket(server.socket, server_side=True)
print(server.server_port, flush=True)
server.serve_forever()
