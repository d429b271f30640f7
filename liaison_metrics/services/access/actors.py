"""Who acts: the coordinator, or one of the partners."""

from __future__ import annotations

from dataclasses import dataclass

_COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a partner by its code, or the coordinator (no code)."""

    partner: str = ""

    @property
    def is_coordinator(self) -> bool:
        """Whether it is the coordinator who acts."""
        return not self.partner

    @property
    def code(self) -> str:
        """The word by which the store remembers the party."""
        return self.partner or _COORDINATOR

    def may_change(self, made_by: str) -> bool:
        """Returns whether the party may take back or correct what another party (by its ``code``) brought."""
        return self.is_coordinator or self.code == made_by


COORDINATOR = Actor()


def actor_of(code: str) -> Actor:
    """Returns the party that the store remembers by a word; what came before parties were kept is the coordinator's."""
    return Actor("" if code in ("", _COORDINATOR) else code)
