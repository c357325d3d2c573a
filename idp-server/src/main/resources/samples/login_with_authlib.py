"""Authlib with requests. Needs your private key as key.json (JWK)."""
import json
import secrets
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import requests
from authlib.common.security import generate_token
from authlib.jose import JsonWebKey, jwt
from authlib.oauth2.rfc7636 import create_s256_code_challenge

ISSUER = "${issuer}"
CLIENT_ID = "${client_id}"
REDIRECT_URI = "${redirect_uri}"

with open("key.json", encoding="utf-8") as file:
    KEY = JsonWebKey.import_key(json.load(file))
METADATA = requests.get(ISSUER + "/.well-known/openid-configuration", timeout=10).json()


def post(endpoint, **parameters):
    """A request of the client, which says who it is with private_key_jwt (RFC 7523)."""
    now = int(time.time())
    claims = {"iss": CLIENT_ID, "sub": CLIENT_ID, "aud": ISSUER, "jti": generate_token(32), "iat": now, "exp": now + 60}
    assertion = jwt.encode({"alg": "ES256", "kid": "${kid}"}, claims, KEY).decode()
    answer = requests.post(METADATA[endpoint], timeout=10, data={
        "client_id": CLIENT_ID,
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": assertion,
        **parameters,
    })
    answer.raise_for_status()
    return answer.json()


# Keep these three in the session of your visitor.
state, nonce, verifier = generate_token(43), generate_token(43), generate_token(64)
pushed = post(
    "pushed_authorization_request_endpoint",
    response_type="code", redirect_uri=REDIRECT_URI, scope="${scope}", state=state, nonce=nonce,
    code_challenge=create_s256_code_challenge(verifier), code_challenge_method="S256",
)
query = urlencode({"client_id": CLIENT_ID, "request_uri": pushed["request_uri"]})
print(f"Open: {METADATA['authorization_endpoint']}?{query}", flush=True)


class Callback(BaseHTTPRequestHandler):
    def do_GET(self):
        answer = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        if not secrets.compare_digest(answer.get("state", ""), state) or answer.get("iss") != ISSUER:
            raise SystemExit("This answer is not ours.")
        tokens = post("token_endpoint", grant_type="authorization_code", code=answer["code"],
                      redirect_uri=REDIRECT_URI, code_verifier=verifier)
        keys = JsonWebKey.import_key_set(requests.get(METADATA["jwks_uri"], timeout=10).json())
        id_token = jwt.decode(tokens["id_token"], keys, claims_options={
            "iss": {"essential": True, "value": ISSUER}, "aud": {"essential": True, "value": CLIENT_ID},
            "nonce": {"essential": True, "value": nonce}})
        id_token.validate()
        person = requests.get(METADATA["userinfo_endpoint"], timeout=10,
                              headers={"Authorization": "Bearer " + tokens["access_token"]}).json()
        print(json.dumps(person), flush=True)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"You are logged in.")

    def log_message(self, *_):
        """The address holds the code: it does not belong in a log."""


HTTPServer(("localhost", urlsplit(REDIRECT_URI).port or 80), Callback).handle_request()
