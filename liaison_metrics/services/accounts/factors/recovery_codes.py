"""Recovery codes: for whoever lost the phone with the authenticator app. Each works once."""

from __future__ import annotations

import secrets

from liaison_metrics.services.accounts.tokens import digest_of

COUNT = 10
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that look like no other."""

GROUPS, GROUP = 4, 6
"""24 of 31 signs are 118 random bits: nobody finds a code from its plain digest."""


def new_recovery_codes() -> list[str]:
    """Returns new recovery codes, to be shown once."""
    return [
        "-".join("".join(secrets.choice(SIGNS) for _sign in range(GROUP)) for _group in range(GROUPS))
        for _code in range(COUNT)
    ]


def recovery_digest(code: str) -> str:
    """Returns the digest of a recovery code as the store keeps it, however it is typed."""
    return digest_of("".join(sign for sign in code.lower() if sign in SIGNS))
