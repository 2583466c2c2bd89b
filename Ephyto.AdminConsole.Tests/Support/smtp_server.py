"""A real SMTP server on loopback for the tests.

Every accepted message becomes two files in the directory: NNNN.json (how it came) and then NNNN.eml (what came).
A file answer.json there, {"stage": "mail" | "rcpt" | "data", "reply": "451 4.3.0 Busy", "times": 2}, makes the server refuse;
times counts down to nothing, and -1 means always. The server ends when its standard input does.
"""
import argparse
import json
import os
import ssl
import sys
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


class Handler:
    def __init__(self, directory):
        self.directory = directory
        self.lock = threading.Lock()
        self.received = 0

    async def handle_MAIL(self, server, session, envelope, address, options):
        refusal = self.refusal("mail")
        if refusal:
            return refusal
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        refusal = self.refusal("rcpt")
        if refusal:
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        refusal = self.refusal("data")
        if refusal:
            return refusal
        with self.lock:
            self.received += 1
            name = os.path.join(self.directory, "%04d" % self.received)
        how = {
            "From": envelope.mail_from,
            "To": envelope.rcpt_tos,
            "Encrypted": server.transport.get_extra_info("sslcontext") is not None,
            "User": session.auth_data,
        }
        self.write(name + ".json", json.dumps(how).encode())
        self.write(name + ".eml", envelope.original_content)
        return "250 OK"

    def refusal(self, stage):
        path = os.path.join(self.directory, "answer.json")
        with self.lock:
            try:
                with open(path, encoding="utf-8") as file:
                    answer = json.load(file)
            except FileNotFoundError:
                return None
            if answer["stage"] != stage or answer["times"] == 0:
                return None
            if answer["times"] > 0:
                answer["times"] -= 1
                self.write(path, json.dumps(answer).encode())
            return answer["reply"]

    @staticmethod
    def write(path, content):
        with open(path + ".part", "wb") as file:
            file.write(content)
        os.replace(path + ".part", path)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--directory", required=True)
    arguments.add_argument("--port", type=int, required=True)
    arguments.add_argument("--security", choices=["none", "starttls", "tls"], default="none")
    arguments.add_argument("--certificate")
    arguments.add_argument("--user")
    arguments.add_argument("--password")
    given = arguments.parse_args()

    context = None
    if given.security != "none":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(given.certificate)

    def authenticate(server, session, envelope, mechanism, data):
        known = (data.login.decode(), data.password.decode()) == (given.user, given.password)
        return AuthResult(success=known, handled=False, auth_data=data.login.decode() if known else None)

    controller = Controller(
        Handler(given.directory),
        hostname="127.0.0.1",
        port=given.port,
        ssl_context=context if given.security == "tls" else None,
        tls_context=context if given.security == "starttls" else None,
        require_starttls=given.security == "starttls",
        authenticator=authenticate if given.user else None,
        auth_required=bool(given.user),
        auth_require_tls=given.security == "starttls",
    )
    controller.start()
    print("ready", flush=True)
    sys.stdin.read()
    controller.stop()


main()
