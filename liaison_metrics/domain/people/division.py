"""Dividing rows that hang together into persons, where some of them contradict each other.

The rules say which rows fit each other, pair by pair. Rows that fit can form chains whose ends contradict each other:
their births differ, or they share an address and have names that are not compatible, or a coordinator decided that
they are different people. Then:

* Rows that state the same start as one cluster.
* Of all pairs of clusters that fit each other and do not contradict each other, the pair with the most in common is
  joined first: with the most values that both state (name, e-mail, phone, birth date, birth year). Then the pair with
  the most attendances, then the pair whose values are the smallest. This is repeated until no pair can be joined.

So a row that fits two people who contradict each other joins one of them. Clusters contradict each other if any two of
their rows do. A decision excuses what it joins: if two rows of the same person have different birth dates, these dates
do not contradict each other among the rows that hang together with them.

Only values decide, never ids, the order of uploads or of rows. Pairs that no value tells apart exist only through
decisions. They are joined all together or, if that would join a contradiction, not at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from heapq import heapify, heappop, heappush
from itertools import combinations, product

from liaison_metrics.domain.people.encoding import Identity

Pair = tuple[int, int]

Birth = tuple[int, int]
"""The digest of a date, and its year; 0 where not stated."""

_NO_NAMES = frozenset[int]()


@dataclass(frozen=True, eq=False, slots=True)
class Cluster:
    """Rows of one person: their nodes (rows, or classes of rows), what they state, and their events.

    ``key`` orders clusters by their values, ``values`` is what they can have in common, and ``names_of`` are the names
    on each address and number.
    """

    nodes: frozenset[int]
    events: frozenset[int]
    key: tuple[Identity, ...]
    values: frozenset[Pair]
    births: frozenset[Birth]
    names_of: Mapping[int, frozenset[int]]

    @classmethod
    def of(cls, node: int, statements: Iterable[Identity], events: Iterable[int]) -> Cluster:
        """Returns the cluster of one node with rows that state this."""
        key = tuple(sorted(set(statements)))
        names_of: dict[int, frozenset[int]] = {}
        for identity in key:
            for contact in identity[1:3]:
                if contact and identity.name:
                    names_of[contact] = names_of.get(contact, _NO_NAMES) | {identity.name}
        return cls(
            nodes=frozenset((node,)),
            events=frozenset(events),
            key=key,
            values=frozenset((kind, value) for identity in key for kind, value in enumerate(identity) if value),
            births=frozenset(identity[3:] for identity in key if identity.birth_year),
            names_of=names_of,
        )

    def joined(self, other: Cluster) -> Cluster:
        """Returns both as one cluster."""
        names_of = dict(self.names_of)
        for contact, names in other.names_of.items():
            names_of[contact] = names_of.get(contact, _NO_NAMES) | names
        return Cluster(
            nodes=self.nodes | other.nodes,
            events=self.events | other.events,
            key=tuple(sorted({*self.key, *other.key})),
            values=self.values | other.values,
            births=self.births | other.births,
            names_of=names_of,
        )


Contradict = Callable[[Cluster, Cluster], bool]
"""Returns whether two clusters contradict each other."""


@dataclass(frozen=True, slots=True)
class Contradictions:
    """Tells which clusters contradict each other.

    ``compatible`` are pairs of names, ``rivals`` the nodes of different people for each node that a decision names, and
    ``excused`` pairs of names and of births that a decision joins. Pairs are in order.
    """

    compatible: set[Pair] = field(default_factory=set)
    rivals: Mapping[int, set[int]] = field(default_factory=dict)
    excused: set[tuple[object, object]] = field(default_factory=set)

    def between(self, a: Cluster, b: Cluster) -> bool:
        """Returns whether two clusters contradict each other."""
        return (
            any(births_contradict(x, y) and in_order(x, y) not in self.excused for x, y in product(a.births, b.births))
            or any(
                in_order(x, y) not in self.compatible and in_order(x, y) not in self.excused
                for contact in a.names_of.keys() & b.names_of.keys()
                for x, y in product(a.names_of[contact], b.names_of[contact])
                if x != y
            )
            or self.decided(a, b)
        )

    def decided(self, a: Cluster, b: Cluster) -> bool:
        """Returns whether a decision keeps two clusters apart."""
        return bool(self.rivals) and any(not b.nodes.isdisjoint(self.rivals.get(node, ())) for node in a.nodes)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that hang together although some contradict each other.

    For each row: its position, what it states, its event, its node (rows that can be divided from each other have
    different nodes), and the smallest node of its person. ``fits`` are the pairs of nodes that fit each other.
    """

    rows: Sequence[int]
    identities: Sequence[Identity]
    events: Sequence[int]
    nodes: Sequence[int]
    persons: Sequence[int] = ()
    fits: Collection[Pair] = ()

    def part(self, start: int, end: int) -> Block:
        """Returns some rows of the block, from *start* to before *end*."""
        columns = (self.rows, self.identities, self.events, self.nodes)
        return Block(*(column[start:end] for column in columns))  # type: ignore[arg-type]  # mypy mixes the columns up

    def with_nodes(self, decided: Mapping[int, int], named: Collection[int]) -> Block:
        """Returns the block with the smallest of the rows that must not be divided as their node.

        Rows that state the same have one node, and so have rows that a decision links (*decided*: see ``_decided``).
        But rows that a decision keeps apart from others (*named*) have nodes without those that state the same.
        """
        apart = {decided.get(row, row) for row in named}
        first: dict[object, int] = {}
        nodes, links = [], []
        for row, identity, event in zip(self.rows, self.identities, self.events, strict=True):
            same: object = identity if any(identity[1:]) else (identity, event)
            person = decided.get(row, row)
            if person in apart:
                same = person
            elif person != row:
                links.append((row, person))
            nodes.append(first.setdefault(same, row))
        if links:
            node_of = dict(zip(self.rows, nodes, strict=True))
            linked = connected((node_of[a], node_of[b]) for a, b in links)
            smallest = {node: min(together) for together in linked for node in together}
            nodes = [smallest.get(node, node) for node in nodes]
        return replace(self, nodes=nodes)

    def divided(self, fits: Collection[Pair], contradict: Contradict) -> Block:
        """Returns the block with the persons into which its rows are divided."""
        members: defaultdict[int, list[int]] = defaultdict(list)
        for at, node in enumerate(self.nodes):
            members[node].append(at)
        clusters = [
            Cluster.of(node, (self.identities[at] for at in rows), (self.events[at] for at in rows))
            for node, rows in members.items()
        ]
        place = {node: number for number, node in enumerate(members)}
        persons = divide(clusters, [(place[a], place[b]) for a, b in fits], contradict)
        smallest: dict[int, int] = {}
        for node, person in zip(members, persons, strict=True):
            smallest[person] = min(node, smallest.get(person, node))
        return replace(self, persons=[smallest[persons[place[node]]] for node in self.nodes], fits=fits)


def contradictions(
    block: Block, compatible: set[Pair], decided: Mapping[int, int], rivals: Iterable[Pair]
) -> Contradictions:
    """Returns what keeps the nodes of a block apart; *rivals* are pairs of rows of different people."""
    persons: defaultdict[int, set[Identity]] = defaultdict(set)
    for row, identity in zip(block.rows, block.identities, strict=True):
        if row in decided:
            persons[decided[row]].add(identity)
    excused: set[tuple[object, object]] = set()
    for statements in persons.values():
        for a, b in combinations(statements, 2):
            excused |= {in_order(a.name, b.name), in_order(a[3:], b[3:])}
    return Contradictions(compatible, rivals_of(block, rivals), excused)


def rivals_of(block: Block, rivals: Iterable[Pair]) -> dict[int, set[int]]:
    """Returns for each node of a block the nodes from which a decision keeps it apart."""
    node = dict(zip(block.rows, block.nodes, strict=True))
    found: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in rivals:
        if a in node and b in node:
            found[node[a]].add(node[b])
            found[node[b]].add(node[a])
    return found


def contacts(identity: Identity) -> list[int]:
    """Returns the e-mail address and the phone number that are stated."""
    return [contact for contact in (identity.email, identity.phone) if contact]


def births_contradict(a: Birth, b: Birth) -> bool:
    """Returns whether two births differ: their dates, or their years where one of them has no date."""
    if a[0] and b[0]:
        return a[0] != b[0]
    return 0 != a[1] != b[1] != 0


def in_order(a: object, b: object) -> tuple[object, object]:
    """Returns a pair, the smaller first."""
    return (a, b) if a <= b else (b, a)  # type: ignore[operator]


def divide(clusters: Sequence[Cluster], fits: Iterable[Pair], contradict: Contradict) -> list[int]:
    """Returns for each cluster the number of its person. *fits* are the pairs of clusters (by position) that fit."""
    joining = _Joining(clusters, fits, contradict)
    while joining.waiting:
        joining.join_best()
    person = {part: number for number, parts in joining.parts.items() for part in parts}
    return [person[part] for part in range(len(clusters))]


class _Joining:
    """Clusters by number while they are joined; a cluster that was joined gets a new number."""

    def __init__(self, clusters: Sequence[Cluster], fits: Iterable[Pair], contradict: Contradict) -> None:
        self.clusters = dict(enumerate(clusters))
        self.parts = {number: [number] for number in self.clusters}
        self._next = len(clusters)
        self._contradict = contradict
        self._near: defaultdict[int, set[int]] = defaultdict(set)
        for a, b in fits:
            self._near[a].add(b)
            self._near[b].add(a)
        self.waiting = [self._ranked(a, b) for a, near in self._near.items() for b in near if a < b]
        heapify(self.waiting)

    def join_best(self) -> None:
        """Joins the best pair of clusters, or removes it where the clusters contradict each other."""
        best: list[Pair] = []
        rank = self.waiting[0][0]
        while self.waiting and self.waiting[0][0] == rank:
            _rank, a, b = heappop(self.waiting)
            if a not in self.clusters or b not in self.clusters:
                continue
            if self._contradict(self.clusters[a], self.clusters[b]):
                self._near[a].discard(b)
                self._near[b].discard(a)
            else:
                best.append((a, b))
        for numbers in [set(best[0])] if len(best) == 1 else connected(best):
            members = [self.clusters[number] for number in numbers]
            if len(best) == 1 or not any(self._contradict(a, b) for a, b in combinations(members, 2)):
                self._join(numbers)

    def _join(self, numbers: set[int]) -> None:
        new, self._next = self._next, self._next + 1
        self.clusters[new] = reduce(Cluster.joined, [self.clusters.pop(number) for number in numbers])
        self.parts[new] = [part for number in numbers for part in self.parts.pop(number)]
        self._near[new] = set().union(*(self._near.pop(number) for number in numbers)) - numbers
        for near in self._near[new]:
            self._near[near] = self._near[near] - numbers | {new}
            heappush(self.waiting, self._ranked(near, new))

    def _ranked(self, a: int, b: int) -> tuple[tuple[object, ...], int, int]:
        one, other = self.clusters[a], self.clusters[b]
        keys = sorted((one.key, other.key))
        return (-len(one.values & other.values), -len(one.events | other.events), *keys), a, b


def connected(pairs: Iterable[Pair]) -> list[set[int]]:
    """Returns what hangs together through pairs."""
    groups: dict[int, set[int]] = {}
    for a, b in pairs:
        one, other = groups.setdefault(a, {a}), groups.setdefault(b, {b})
        if one is not other:
            one |= other
            groups.update(dict.fromkeys(other, one))
    return list({id(group): group for group in groups.values()}.values())
