"""Forgotten people: what still recognises their rows, and the meaningless identity that these rows have instead.

The rows of a forgotten person lose name, e-mail address, phone number and birth date. They get one random address in
their place (``address_of``), which no other row has. By the rules of counting.md, "One person", the rows of one address
without names are one person. So the person still counts once, wherever they came, and no figure changes.

A name can be contested in a city because of the person who is forgotten: without their rows, rule 2 would join others
of that name. ``Traces.contested`` has such names. They go on to be contested where the person's rows are.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from liaison_metrics.domain.facts import AttendanceColumns, NameForm
from liaison_metrics.domain.people.division import births_contradict
from liaison_metrics.domain.people.encoding import Encoder, Identity
from liaison_metrics.domain.people.names import compatible_pairs

_LETTERS = "bcdfghjklmnpqrstvwxz"
_RANDOM = 12
_BEGINS = "xq"
_TOKEN = re.compile(rf"\b{_BEGINS}[{_LETTERS}]{{{_RANDOM}}}\b")
"""No name of a person looks like this: it has no vowel."""

_DOMAIN = "blacked-out.invalid"
"""A domain that never exists, so that nobody has the address."""


def new_token() -> str:
    """Returns a random word that stands for a forgotten person. Nothing about the person can be worked out from it."""
    return _BEGINS + "".join(secrets.choice(_LETTERS) for _letter in range(_RANDOM))


def address_of(token: str) -> str:
    """Returns the e-mail address that a forgotten person's rows have."""
    return f"forgotten.{token}@{_DOMAIN}"


def name_of(token: str) -> str:
    """Returns what stands in the place of a forgotten person's name."""
    return f"Forgotten {token.capitalize()}"


def token_in(text: str | None) -> str | None:
    """Returns the token that a blacked-out name or address holds, None for any other text."""
    if not text or _BEGINS not in (lowered := text.lower()):
        return None  # nearly all texts
    found = _TOKEN.search(lowered)
    return found.group() if found else None


@dataclass(frozen=True, slots=True)
class Traces:
    """What recognises the rows of a forgotten person: the different ``identities`` that their rows stated, the forms of
    their names, and the names by which rule 2 knew them in a city (name's digest and city's code). All are digests.
    """

    token: str
    identities: frozenset[Identity]
    forms: Mapping[int, NameForm] = field(default_factory=dict)
    in_city: frozenset[tuple[int, str]] = frozenset()
    contested: frozenset[int] = frozenset()

    def recognises(self, identity: Identity, form: NameForm | None, city: str) -> bool:
        """Returns whether a row states this person, by rules 1 and 2 of counting.md; *form* is that of its name."""
        if any(self._fits(one, identity, form) for one in self.identities):
            return True
        return (identity.name, city) in self.in_city and not self._contradicts(identity)

    def _fits(self, one: Identity, other: Identity, form: NameForm | None) -> bool:
        if births_contradict(one[3:], other[3:]):
            return False
        if one.name and one.name == other.name and self._same_birth(one, other):
            return True
        shared = (one.email and one.email == other.email) or (one.phone and one.phone == other.phone)
        return bool(shared) and self._compatible(one.name, other.name, form)

    @staticmethod
    def _same_birth(one: Identity, other: Identity) -> bool:
        if one.birth and other.birth:
            return one.birth == other.birth
        return 0 != one.birth_year == other.birth_year

    def _compatible(self, name: int, other: int, form: NameForm | None) -> bool:
        if not name or not other or name == other:
            return True
        known = {**self.forms, **({other: form} if form else {})}
        pair = (min(name, other), max(name, other))
        return bool(compatible_pairs([pair], lambda names: {one: known[one] for one in names if one in known}))

    def _contradicts(self, identity: Identity) -> bool:
        """Returns whether a row states a value, of which this person's rows state others alone."""
        for at in range(1, len(Identity._fields)):
            stated = {one[at] for one in self.identities} - {0}
            if identity[at] and stated and identity[at] not in stated:
                return True
        return False


def contested_names(people: Iterable[Traces], encoder: Encoder, attendances: AttendanceColumns) -> set[tuple[int, int]]:
    """Returns the names that stay contested because of a forgotten person, each with each attendance of the person, by
    its id."""
    found: set[tuple[int, int]] = set()
    for one in people:
        if one.contested:
            rows = attendances.id[attendances.email == encoder.address(address_of(one.token))].tolist()
            found.update((row, name) for row in rows for name in one.contested)
    return found
