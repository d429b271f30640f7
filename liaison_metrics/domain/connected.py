"""Sets that hang together by members in common."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

_Member = TypeVar("_Member")


def connected(sets: Iterable[Collection[_Member]]) -> list[frozenset[_Member]]:
    """Returns the unions of the sets that hang together, directly or by others. No two of them have a member in
    common."""
    found: list[frozenset[_Member]] = []
    for members in sets:
        linked = [one for one in found if not one.isdisjoint(members)]
        found = [one for one in found if one.isdisjoint(members)]
        found.append(frozenset(members).union(*linked))
    return found
