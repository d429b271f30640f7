"""Talking to the OpenID Connect provider: its addresses, its keys, and who signed in there.

These are the only requests that the program makes. No token of the provider is kept.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import requests
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from liaison_metrics.errors import ProviderError
from liaison_metrics.services.accounts.openid.configuration import OpenIdConfiguration, is_trustworthy
from liaison_metrics.texts import _

TIMEOUT_SECONDS = 10

MOST_BYTES = 1_000_000
"""No answer may be longer. An ID token that lists thousands of groups has 200 kB."""

KEPT_SECONDS = 3600
"""For how long addresses and keys are kept."""

FRESH_SECONDS = 60
"""How often unknown keys may make us ask for them again."""

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Signatures with a public key. None that the client's secret, or nothing, could make."""

CLOCKS_APART_SECONDS = 60

Claims = Mapping[str, Any]


class _TokenRegistry(JWSRegistry):
    max_header_length = 4096
    max_payload_length = MOST_BYTES


class Provider:
    """A provider, with its addresses and keys, which are read when they are needed."""

    def __init__(self, configuration: OpenIdConfiguration) -> None:
        self.configuration = configuration
        self._lock = threading.Lock()
        self._metadata: Claims = {}
        self._keys = KeySet([])
        self._read_at = -float("inf")

    def check(self) -> None:
        """Reads the provider's addresses and keys. Raises ProviderError."""
        self._known()

    def sign_in_address(self, redirect: str, state: str, nonce: str, challenge: str) -> str:
        """Returns where a browser is sent to sign in; it comes back to *redirect*. Raises ProviderError."""
        query = {
            "response_type": "code", "client_id": self.configuration.client, "redirect_uri": redirect,
            "scope": "openid email", "state": state, "nonce": nonce, "code_challenge": challenge,
            "code_challenge_method": "S256",
        }  # fmt: skip
        address = str(self._known()["authorization_endpoint"])
        return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(query)}"

    def claims(self, code: str, verifier: str, redirect: str, nonce: str) -> Claims:
        """Exchanges a code for an ID token; returns what it says, once its signature, issuer, audience, times and nonce
        were checked. Where it names no e-mail address, the provider is asked for it. Raises ProviderError."""
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect, "code_verifier": verifier}
        configuration, credentials = self.configuration, None
        methods = self._known().get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        if configuration.secret and "client_secret_basic" in methods:
            credentials = (quote(configuration.client, safe=""), quote(configuration.secret, safe=""))
        else:
            form["client_id"] = configuration.client
            if configuration.secret:
                form["client_secret"] = configuration.secret
        answer = _ask("POST", str(self._known()["token_endpoint"]), data=form, auth=credentials)
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise _refused()
        claims = self._verified(token)
        self._check(claims, nonce)
        return claims if "email" in claims else {**self._userinfo(claims, answer.get("access_token")), **claims}

    def _userinfo(self, claims: Claims, access_token: object) -> Claims:
        """Returns what the provider says of somebody beside the ID token. The subject must be the same (OpenID Connect
        Core, section 5.3.2)."""
        address = str(self._known().get("userinfo_endpoint", ""))
        if not isinstance(access_token, str) or not is_trustworthy(address):
            return {}
        found = _ask("GET", address, headers={"Authorization": f"Bearer {access_token}"})
        if found.get("sub") != claims["sub"]:
            raise _refused()
        return found

    def _verified(self, token: str) -> Claims:
        registry = _TokenRegistry(algorithms=ALGORITHMS, strict_check_header=False)
        keys = self._keys
        try:
            return jwt.decode(token, keys, registry=registry).claims
        except (JoseError, ValueError) as error:
            if not self._read_again():
                raise _refused() from error
        try:  # the provider may have new keys
            return jwt.decode(token, self._keys, registry=registry).claims
        except (JoseError, ValueError) as error:
            raise _refused() from error

    def _check(self, claims: Claims, nonce: str) -> None:
        now, client = time.time(), self.configuration.client
        audience = claims.get("aud")
        audiences = audience if isinstance(audience, list) else [audience]
        until, made = claims.get("exp"), claims.get("iat")
        if (
            claims.get("iss") != self._metadata["issuer"]
            or client not in audiences
            or claims.get("azp", client) != client
            or not isinstance(until, (int, float))
            or until < now - CLOCKS_APART_SECONDS
            or not isinstance(made, (int, float))
            or made > now + CLOCKS_APART_SECONDS
            or claims.get("nonce") != nonce
            or not isinstance(claims.get("sub"), str)
            or not claims["sub"]
        ):
            raise _refused()

    def _known(self) -> Claims:
        """Returns the provider's addresses, read at most once an hour."""
        with self._lock:
            if time.monotonic() - self._read_at > KEPT_SECONDS:
                self._read()
            return self._metadata

    def _read_again(self) -> bool:
        with self._lock:
            if time.monotonic() - self._read_at < FRESH_SECONDS:
                return False
            self._read()
            return True

    def _read(self) -> None:
        issuer = self.configuration.issuer.rstrip("/")
        found = _ask("GET", f"{issuer}/.well-known/openid-configuration")
        needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        same = str(found.get("issuer", "")).rstrip("/") == issuer
        if not same or not all(is_trustworthy(str(found.get(name, ""))) for name in needed):
            raise ProviderError(
                _("The sign-in provider describes itself in another way than it is set up here."),
                hint=_("Ask your administrator to check LIAISON_OIDC_ISSUER."),
            )
        try:
            self._keys = KeySet.import_key_set(_ask("GET", str(found["jwks_uri"])))  # type: ignore[arg-type]
        except (JoseError, ValueError, KeyError) as error:
            raise _away() from error
        self._metadata, self._read_at = found, time.monotonic()


@cache
def provider_of(configuration: OpenIdConfiguration) -> Provider:
    """Returns the provider of a configuration, one for the whole process."""
    return Provider(configuration)


def _ask(method: str, address: str, headers: Mapping[str, str] = MappingProxyType({}), **options: Any) -> Claims:
    """Returns the JSON object that an address answers with. Raises ProviderError."""
    try:
        with requests.request(
            method, address, timeout=TIMEOUT_SECONDS, allow_redirects=False, stream=True,
            headers={"Accept": "application/json", **headers}, **options,
        ) as answer:  # fmt: skip
            text = answer.raw.read(MOST_BYTES + 1, decode_content=True)
            status = answer.status_code
        found = json.loads(text) if len(text) <= MOST_BYTES else None
    except (requests.RequestException, OSError, ValueError) as error:
        raise _away() from error
    if status in (400, 401, 403):
        raise _refused()
    if status != 200 or not isinstance(found, dict):
        raise _away()
    return found


def _away() -> ProviderError:
    return ProviderError(
        _("The sign-in provider does not answer."), hint=_("Try again, or sign in with your password.")
    )


def _refused() -> ProviderError:
    return ProviderError(_("The sign-in provider did not confirm who you are."), hint=_("Start again."))
