"""ID tokens that a provider did not make, or made for somebody else, and answers that are no answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from liaison_metrics.errors import ProviderError, SettingsError
from liaison_metrics.services.accounts.openid import provider
from liaison_metrics.services.accounts.openid.configuration import OpenIdConfiguration, openid_configuration
from liaison_metrics.services.accounts.openid.provider import Provider
from liaison_metrics.services.accounts.openid.provider_health import check_provider
from liaison_metrics.services.workspace.settings import Settings

ISSUER = "https://id.example.org"
KEY, FOREIGN = RSAKey.generate_key(2048, {"kid": "one"}), RSAKey.generate_key(2048, {"kid": "one"})
METADATA = {
    "issuer": ISSUER, "authorization_endpoint": f"{ISSUER}/in", "token_endpoint": f"{ISSUER}/token",
    "jwks_uri": f"{ISSUER}/keys",
}  # fmt: skip


def good() -> dict[str, Any]:
    now = int(time.time())
    return {
        "iss": ISSUER,
        "aud": "liaison",
        "nonce": "n",
        "iat": now,
        "exp": now + 300,
        "sub": "248",
        "email": "a@example.org",
    }


def signed(claims: dict[str, Any], key: RSAKey = KEY, **header: str) -> str:
    return jwt.encode({"alg": "RS256", "kid": "one", **header}, claims, key)


class Answers:
    """Answers in a provider's place."""

    def __init__(self, token: str) -> None:
        self.token, self.metadata, self.asked = token, dict(METADATA), list[str]()
        self.userinfo: dict[str, Any] = {}

    def __call__(self, _method: str, address: str, **_options: object) -> dict[str, Any]:
        self.asked.append(address)
        if address.endswith("/keys"):
            return {"keys": [KEY.as_dict(private=False)]}
        if address.endswith("/userinfo"):
            return self.userinfo
        return {"id_token": self.token, "access_token": "t"} if address.endswith("/token") else self.metadata


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Callable[[Answers], Any]:
    def claims(answers: Answers) -> Any:
        monkeypatch.setattr(provider, "_ask", answers)
        return Provider(OpenIdConfiguration(ISSUER, "liaison", "s", "")).claims("code", "verifier", "https://x", "n")

    return claims


def test_a_good_token_is_read(read: Callable[[Answers], Any]) -> None:
    assert read(Answers(signed(good())))["email"] == "a@example.org"
    assert read(Answers(signed({**good(), "aud": ["other", "liaison"], "azp": "liaison"})))


def test_who_has_no_address_in_the_token_is_asked_about(read: Callable[[Answers], Any]) -> None:
    claims = good()
    del claims["email"]
    answers = Answers(signed(claims))
    assert "email" not in read(answers), "a provider without such an endpoint"
    answers.metadata["userinfo_endpoint"] = f"{ISSUER}/userinfo"
    answers.userinfo = {"sub": "248", "email": "b@example.org", "email_verified": True, "iss": "https://evil.example"}
    assert (found := read(answers))["email"] == "b@example.org" and found["iss"] == ISSUER
    answers.userinfo["sub"] = "249"
    with pytest.raises(ProviderError):
        read(answers)
    with_address = Answers(signed(good()))
    with_address.metadata["userinfo_endpoint"] = f"{ISSUER}/userinfo"
    read(with_address)
    assert not any(one.endswith("/userinfo") for one in with_address.asked)


@pytest.mark.parametrize(
    "change",
    [
        {"iss": "https://evil.example"}, {"aud": "other"}, {"aud": None}, {"azp": "other"}, {"nonce": "m"},
        {"nonce": None}, {"sub": None}, {"sub": ""}, {"exp": 1}, {"exp": None}, {"iat": 10**11}, {"iat": "now"},
    ],
)  # fmt: skip
def test_a_token_for_somebody_else_is_refused(read: Callable[[Answers], Any], change: dict[str, Any]) -> None:
    with pytest.raises(ProviderError):
        read(Answers(signed({**good(), **change})))


def test_a_token_that_the_provider_did_not_sign_is_refused(read: Callable[[Answers], Any]) -> None:
    made_with_a_shared_secret = jwt.encode({"alg": "HS256", "kid": "one"}, good(), OctKey.import_key("s" * 32))
    unsigned = signed(good()).rpartition(".")[0] + "."
    none = "eyJhbGciOiJub25lIn0." + signed(good()).split(".")[1] + "."
    for token in (signed(good(), FOREIGN), made_with_a_shared_secret, unsigned, none, "x.y.z", ""):
        with pytest.raises(ProviderError):
            read(Answers(token))


def test_unknown_keys_are_not_asked_for_at_every_try(read: Callable[[Answers], Any]) -> None:
    answers = Answers(signed(good(), FOREIGN))
    for _try in range(3):
        with pytest.raises(ProviderError):
            read(answers)
    assert answers.asked.count(f"{ISSUER}/keys") == 3, "once for each provider"


@pytest.mark.parametrize(
    "change", [{"issuer": "https://evil.example"}, {"token_endpoint": "http://id.example.org/token"}, {"jwks_uri": ""}]
)
def test_a_provider_that_describes_itself_otherwise_is_refused(
    read: Callable[[Answers], Any], change: dict[str, str]
) -> None:
    answers = Answers(signed(good()))
    answers.metadata |= change
    with pytest.raises(ProviderError):
        read(answers)


def test_doctor_says_whether_the_provider_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(oidc_issuer=ISSUER, oidc_client_id="x")
    answers = Answers("")
    monkeypatch.setattr(provider, "_ask", answers)
    assert [one.ok for one in check_provider(settings)] == [True]
    answers.metadata["issuer"] = "https://other.example.org"
    [failed, *_none] = check_provider(settings)
    assert not failed.ok and "LIAISON_OIDC_ISSUER" in failed.remedy
    assert not check_provider(Settings(oidc_issuer=ISSUER))[0].ok and check_provider(Settings()) == []


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ({"oidc_issuer": "http://id.example.org", "oidc_client_id": "x"}, "LIAISON_OIDC_ISSUER"),
        ({"oidc_issuer": ISSUER}, "LIAISON_OIDC_CLIENT_ID"),
        ({"oidc_issuer": ISSUER, "oidc_client_id": "x", "oidc_secret_file": "/no/such"}, "LIAISON_OIDC_SECRET_FILE"),
    ],
)
def test_wrong_settings_are_named(settings: dict[str, Any], names: str) -> None:
    with pytest.raises(SettingsError, match=names):
        openid_configuration(Settings(**settings))


def test_the_secret_can_be_in_a_file(tmp_path: Any) -> None:
    (tmp_path / "secret").write_text("s3cret\n")
    settings = Settings(oidc_issuer=ISSUER, oidc_client_id="x", oidc_secret_file=tmp_path / "secret")
    found = openid_configuration(settings)
    assert found and found.secret == "s3cret"
    assert "s3cret" not in repr(Settings(oidc_client_secret="s3cret"))  # type: ignore[arg-type]
