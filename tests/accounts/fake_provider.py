"""A small provider of single sign-on on this machine: description, keys, tokens and claims, which a test may bend."""

import json
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Fake:
    """What the provider says; a test changes it before signing in."""

    def __init__(self, address):
        self.address = address
        self.nonce = ""
        self.key, self.algorithm = KEY, "RS256"
        self.claims, self.userinfo, self.description = {}, {}, {}
        self.tokens = None
        self.asked = []

    def config(self):
        names = {"authorization_endpoint": "authorize", "token_endpoint": "token", "userinfo_endpoint": "userinfo", "jwks_uri": "keys"}  # fmt: skip
        said = {name: f"{self.address}/{path}" for name, path in names.items()}
        return {**said, "issuer": self.address, **self.description}

    def id_token(self):
        claims = {
            "iss": self.address, "aud": "gongkai", "sub": "person-1", "nonce": self.nonce,
            "iat": int(time.time()), "exp": int(time.time()) + 60, **self.claims,
        }  # fmt: skip
        return jwt.encode(claims, self.key, algorithm=self.algorithm, headers={"kid": "k1"})

    def answer(self, path):
        if path == "/keys":
            public = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
            return {"keys": [{**public, "kid": "k1", "alg": "RS256", "use": "sig"}]}
        if path == "/token":
            fresh = {"access_token": "a", "token_type": "Bearer", "id_token": self.id_token()}
            return fresh if self.tokens is None else self.tokens
        return {"sub": "person-1", **self.userinfo} if path == "/userinfo" else self.config()


def handler_of(fake):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = json.dumps(fake.answer(self.path)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self):
            said = self.rfile.read(int(self.headers["Content-Length"])).decode()
            fake.asked.append(parse_qs(said))
            self.do_GET()

        def log_message(self, *_):
            """Say nothing."""

    return Handler


@contextmanager
def fake_provider():
    """The provider, serving until the test ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), None)
    fake = Fake(f"http://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = handler_of(fake)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
