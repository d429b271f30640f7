"""What a coordinator decided about persons: two attendances are of the same person, or of different people."""

from __future__ import annotations

from dataclasses import dataclass

Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of attendance ids: those of the same person, and those of different people.

    Decisions stand above every rule. Where they contradict each other, different people are kept apart.
    """

    must_link: Pairs = frozenset()
    cannot_link: Pairs = frozenset()


NO_DECISIONS = Decisions()
