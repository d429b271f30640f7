"""A passkey in software, as a browser with a device would answer."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, VERIFIED, MADE = 0x01, 0x04, 0x40


def base64url(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


@dataclass
class SoftPasskey:
    """A key for one host. ``verified`` says whether the device checks who uses it."""

    host: str = "figures.example.org"
    origin: str = "https://figures.example.org"
    verified: bool = True
    uses: int = 0
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    identity: bytes = field(default_factory=lambda: token_bytes(16))

    def make(self, options: str) -> str:
        """Answers a request for a new passkey."""
        point = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")}
        held = bytes(16) + len(self.identity).to_bytes(2, "big") + self.identity + cbor2.dumps(public)
        attestation = {"fmt": "none", "attStmt": {}, "authData": self._data(MADE) + held}
        response = {"attestationObject": base64url(cbor2.dumps(attestation))}
        return self._answer(response, self._client_data("webauthn.create", options))

    def sign(self, options: str) -> str:
        """Answers a request to sign in."""
        self.uses += 1
        client_data, data = self._client_data("webauthn.get", options), self._data(0)
        signature = self.key.sign(data + sha256(client_data).digest(), ec.ECDSA(SHA256()))
        response = {"authenticatorData": base64url(data), "signature": base64url(signature)}
        return self._answer(response, client_data)

    def _data(self, flags: int) -> bytes:
        flags |= PRESENT | (VERIFIED if self.verified else 0)
        return sha256(self.host.encode()).digest() + bytes([flags]) + self.uses.to_bytes(4, "big")

    def _client_data(self, kind: str, options: str) -> bytes:
        content = {"type": kind, "challenge": json.loads(options)["challenge"], "origin": self.origin}
        return json.dumps(content).encode()

    def _answer(self, response: dict[str, str], client_data: bytes) -> str:
        own = base64url(self.identity)
        whole = {**response, "clientDataJSON": base64url(client_data)}
        return json.dumps({"id": own, "rawId": own, "type": "public-key", "response": whole})
