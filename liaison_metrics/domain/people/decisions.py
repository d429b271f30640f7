"""What a coordinator decided about persons: these are one, these are two. Decisions stand above every rule.

``apart`` always holds: two attendances that somebody told apart are never one person's, whatever the sheets say and
whatever else was decided. So a class that would hold both is divided. Every attendance that a decision tells apart
from another is a seed, and each other one goes to the seed that is nearest, in steps from one attendance to another
that shares an address, a birth date … with it:

* Where no seed of those nearest is apart from another of them, it joins them all.
* Where some are, it joins none of them: what fits two different people is evidence for neither. Such attendances
  still join each other where they fit the same seeds.
* Two neighbours with different nearest seeds stay together unless seeds of theirs are apart. If, through a chain of
  such neighbours, two seeds that are apart would still meet, all of that chain falls back to one person a seed.

``together`` is looked at first, by itself: a division leaves it whole unless the decisions contradict each other.
None of this depends on an order of attendances or decisions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of attendance ids: those of one person, and those of two different people."""

    together: Pairs = frozenset()
    apart: Pairs = frozenset()


NO_DECISIONS = Decisions()

Tie = Sequence[int]
"""Nodes that one piece of evidence makes one person's."""


def divide(count: int, together: Iterable[Tie], ties: Iterable[Tie], apart: Iterable[tuple[int, int]]) -> list[int]:
    """Returns the class of each of *count* nodes so that no two of a pair of *apart* share one (see above)."""
    apart = list(apart)
    whole = _separate(count, list(together), apart)
    lifted = [sorted({whole[node] for node in tie}) for tie in ties]
    parts = _separate(count, lifted, [(whole[a], whole[b]) for a, b in apart])
    return [parts[whole[node]] for node in range(count)]


def _separate(count: int, ties: Sequence[Tie], apart: Iterable[tuple[int, int]]) -> list[int]:
    rivals: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in apart:
        rivals[a].add(b)
        rivals[b].add(a)
    nearest = _nearest_seeds(count, ties, rivals.keys())

    def at_peace(seeds: frozenset[int]) -> bool:
        return not any(rivals[seed] & seeds for seed in seeds)

    classes = _Classes(count)
    borders: list[tuple[int, int]] = []
    for tie in ties:
        first_of: dict[frozenset[int], int] = {}
        for node in tie:
            classes.unite(first_of.setdefault(nearest[node], node), node)
        borders += [
            (node, other)
            for seeds, node in first_of.items()
            for further, other in first_of.items()
            if node < other and at_peace(seeds | further)
        ]
    wider = _Classes(count, classes.parent)
    for node, other in borders:
        wider.unite(node, other)
    torn = {wider.root(a) for a, b in apart if wider.root(a) == wider.root(b)}
    for node, other in borders:
        if wider.root(node) not in torn:
            classes.unite(node, other)
    return [classes.root(node) for node in range(count)]


def _nearest_seeds(count: int, ties: Sequence[Tie], seeds: Iterable[int]) -> list[frozenset[int]]:
    """Returns the seeds that are the fewest steps away from each node; none where none can be reached."""
    ties_of: defaultdict[int, list[int]] = defaultdict(list)
    for number, nodes in enumerate(ties):
        for node in nodes:
            ties_of[node].append(number)
    nearest: dict[int, frozenset[int]] = {seed: frozenset([seed]) for seed in seeds}
    edge, used = list(nearest), set[int]()
    while edge:
        # A tie brings all its nodes one step away, so the first step that reaches it is the only one that matters.
        reached = {tie for node in edge for tie in ties_of[node]} - used
        used |= reached
        found: defaultdict[int, set[int]] = defaultdict(set)
        for tie in reached:
            arriving = frozenset[int]().union(*(nearest[node] for node in ties[tie] if node in nearest))
            for node in ties[tie]:
                if node not in nearest:
                    found[node] |= arriving
        nearest.update((node, frozenset(met)) for node, met in found.items())
        edge = list(found)
    return [nearest.get(node, frozenset()) for node in range(count)]


class _Classes:
    """Classes of nodes that grow by uniting."""

    def __init__(self, count: int, parent: Sequence[int] | None = None) -> None:
        self.parent = list(parent if parent is not None else range(count))

    def root(self, node: int) -> int:
        """Returns the node that stands for the class."""
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def unite(self, a: int, b: int) -> None:
        """Makes one class of two."""
        self.parent[self.root(b)] = self.root(a)
