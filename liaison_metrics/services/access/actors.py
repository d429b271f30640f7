"""Who acts: the coordinator, or one of the partners."""

from __future__ import annotations

from dataclasses import dataclass

_COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts: a partner, by its code, or the coordinator (no code)."""

    partner: str = ""

    @property
    def is_coordinator(self) -> bool:
        """Whether this is the coordinator."""
        return not self.partner

    @property
    def code(self) -> str:
        """The code that the store keeps for this actor."""
        return self.partner or _COORDINATOR


COORDINATOR = Actor()


def actor_of(code: str) -> Actor:
    """Returns the actor for a code from the store. Uploads from before actors were stored have no code: they are the
    coordinator's."""
    return COORDINATOR if code in ("", _COORDINATOR) else Actor(code)
