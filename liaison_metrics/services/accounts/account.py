"""An account, and the actor that it acts as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from liaison_metrics.services.access.actors import Actor, Role
from liaison_metrics.store.uploads import Row


class AccountState(StrEnum):
    """Whether somebody can sign in."""

    INVITED = "invited"
    """Nobody has used this account yet."""

    ACTIVE = "active"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in. ``has_password`` is false until the invitation was followed; ``second_factor`` says
    whether an authenticator app was set up, ``passkeys`` how many passkeys were; ``language`` is the code of what its
    owner chose ("" for none)."""

    number: int
    email: str
    role: Role
    partner: str
    cities: frozenset[str]
    has_password: bool
    made_at: datetime
    disabled_at: datetime | None
    signed_in_at: datetime | None
    second_factor: bool
    passkeys: int
    language: str = ""

    @classmethod
    def of(cls, row: Row) -> Account:
        """Returns the account of a row of the store."""
        return cls(
            row["id"], row["email"], Role(row["role"]), row["partner"], row["cities"], bool(row["password"]),
            row["made_at"], row["disabled_at"], row["signed_in_at"], bool(row["second_factor"]), row["passkeys"],
            row["language"],
        )  # fmt: skip

    @property
    def actor(self) -> Actor:
        """The actor that this account acts as."""
        return Actor(self.role, self.partner, self.cities, self.number)

    @property
    def state(self) -> AccountState:
        """Whether its owner can sign in."""
        if self.disabled_at is not None:
            return AccountState.DISABLED
        return AccountState.ACTIVE if self.has_password or self.signed_in_at else AccountState.INVITED


def email_key(text: str) -> str:
    """Returns an e-mail address as accounts keep it: without spaces around it, in lower case; "" where it has other
    signs than those of ASCII.

    Other signs can become letters of ASCII in lower case (the Kelvin sign becomes a "k"): whoever owns such an address
    at a provider would sign in as somebody else. Browsers write the names of hosts in ASCII by themselves.
    """
    email = text.strip()
    return email.lower() if email.isascii() and email.isprintable() else ""
