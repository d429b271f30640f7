"""An account, and the actor that it acts as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from liaison_metrics.services.access.actors import Actor, Role
from liaison_metrics.store.uploads import Row


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in. ``has_password`` is false until the invitation was followed."""

    number: int
    email: str
    role: Role
    partner: str
    cities: frozenset[str]
    has_password: bool
    made_at: datetime
    disabled_at: datetime | None

    @classmethod
    def of(cls, row: Row) -> Account:
        """Returns the account of a row of the store."""
        return cls(
            row["id"], row["email"], Role(row["role"]), row["partner"], row["cities"], bool(row["password"]),
            row["made_at"], row["disabled_at"],
        )  # fmt: skip

    @property
    def actor(self) -> Actor:
        """The actor that this account acts as."""
        return Actor(self.role, self.partner, self.cities, self.number)
