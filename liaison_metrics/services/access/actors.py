"""Who acts: a coordinator, a partner or the funder, with or without an account."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from liaison_metrics.domain.project import Project


class Role(StrEnum):
    """What somebody is in the project. ``rules.RULES`` says what each may do."""

    COORDINATOR = "coordinator"
    PARTNER = "partner"
    FUNDER = "funder"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts. A partner has the code of its organisation and its cities; ``account`` is the number of the
    account of whoever signed in, None where nobody needs to."""

    role: Role
    partner: str = ""
    cities: frozenset[str] = frozenset()
    account: int | None = None

    @property
    def is_coordinator(self) -> bool:
        """Whether this is a coordinator."""
        return self.role is Role.COORDINATOR

    @property
    def code(self) -> str:
        """The code that the store keeps for this actor: the partner's, else the role."""
        return self.partner if self.role is Role.PARTNER else self.role.value

    @property
    def view(self) -> tuple[Role, str, frozenset[str]]:
        """What decides what this actor sees: two actors with the same see the same."""
        return self.role, self.partner, self.cities


COORDINATOR = Actor(Role.COORDINATOR)
"""A coordinator without an account: whoever runs commands on this machine, or uses the pages alone."""

FUNDER = Actor(Role.FUNDER)


def partner_actor(project: Project, code: str) -> Actor:
    """Returns a partner without an account, by the code of its organisation, with the cities of the project file."""
    return Actor(Role.PARTNER, code, frozenset(city.code for city in project.cities if city.partner == code))


def actor_of(project: Project, code: str) -> Actor:
    """Returns the actor for a code from the store. Uploads from before actors were stored have no code: they are the
    coordinator's."""
    return COORDINATOR if code in ("", Role.COORDINATOR.value) else partner_actor(project, code)
